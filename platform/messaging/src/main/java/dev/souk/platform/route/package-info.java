/// HTTP routes declared as data: method, path, request and answer types, roles, idempotency. The server, OpenAPI, the
/// endpoint x role matrix and its tests are all made from these declarations.
@NullMarked
package dev.souk.platform.route;

import org.jspecify.annotations.NullMarked;
