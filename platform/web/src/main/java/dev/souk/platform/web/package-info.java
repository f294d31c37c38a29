/// Declared routes on a real server: roles, idempotency keys, problem documents, limits, OpenAPI, event streams.
/// Nothing here knows a context; everything is made from the [dev.souk.platform.route.Route]s that it is given.
@NullMarked
package dev.souk.platform.web;

import org.jspecify.annotations.NullMarked;
