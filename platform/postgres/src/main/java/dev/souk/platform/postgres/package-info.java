/// Runs contexts on PostgreSQL: their databases, journals, the delivery of messages in batches, retries and sweeps.
/// Contexts never see this package; they are given the interfaces of `dev.souk.platform.messaging`.
@NullMarked
package dev.souk.platform.postgres;

import org.jspecify.annotations.NullMarked;
