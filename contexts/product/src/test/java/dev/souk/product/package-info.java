/// The catalogue held to its rules against a real database.
/// Shop is the vocabulary: what there is before a test begins.
@NullMarked
package dev.souk.product;

import org.jspecify.annotations.NullMarked;
