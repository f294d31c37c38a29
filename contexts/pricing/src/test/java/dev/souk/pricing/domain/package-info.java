/// Tests of the pure calculation of prices.
/// Seeded generators look for broken identities.
@NullMarked
package dev.souk.pricing.domain;

import org.jspecify.annotations.NullMarked;
