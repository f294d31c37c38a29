/// All SQL of identity.
@NullMarked
package dev.souk.identity.db;

import org.jspecify.annotations.NullMarked;
