/// A PostgreSQL server that needs nothing installed: unpacked from Maven artifacts, kept in a data directory, with
/// durable settings.
@NullMarked
package dev.souk.platform.postgres.embedded;

import org.jspecify.annotations.NullMarked;
