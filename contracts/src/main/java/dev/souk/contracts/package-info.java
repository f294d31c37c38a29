/// Every public message and query of Souk, one package a context: records of primitives, with golden JSON under
/// `src/test/resources/golden`. The only module that contexts share.
@NullMarked
package dev.souk.contracts;

import org.jspecify.annotations.NullMarked;
