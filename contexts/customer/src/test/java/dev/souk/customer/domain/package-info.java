/// Tests of the pure calculation of discounts.
/// Seeded generators look for discounts that exceed what they apply to.
@NullMarked
package dev.souk.customer.domain;

import org.jspecify.annotations.NullMarked;
