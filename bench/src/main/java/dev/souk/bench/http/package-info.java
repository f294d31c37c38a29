/// A small, cheap HTTP client for drivers: one blocking keep-alive connection per user, so that the driver takes as
/// little of the two cores as it can.
@NullMarked
package dev.souk.bench.http;

import org.jspecify.annotations.NullMarked;
