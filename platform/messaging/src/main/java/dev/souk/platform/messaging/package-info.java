/// Messages, outcomes and the one way to write and publish: what a bounded context sees of the platform.
/// Nothing here knows Spring, Kafka, PostgreSQL or whether the neighbours run in the same process.
@NullMarked
package dev.souk.platform.messaging;

import org.jspecify.annotations.NullMarked;
