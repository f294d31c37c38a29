/// What serves people instead of programs: pages beside the API, on the same port. A face is a client of the public
/// API: it owns no data and can do nothing that the API would refuse its visitor.
@NullMarked
package dev.souk.platform.face;

import org.jspecify.annotations.NullMarked;
