/// Pure rules, tried alone.
/// No database takes part.
@NullMarked
package dev.souk.product.domain;

import org.jspecify.annotations.NullMarked;
