/// The saga as a pure function: where a checkout stands, what it hears, where it stands then and what it does about it.
/// No SQL, JSON, clock or log.
@NullMarked
package dev.souk.checkout.domain;

import org.jspecify.annotations.NullMarked;
