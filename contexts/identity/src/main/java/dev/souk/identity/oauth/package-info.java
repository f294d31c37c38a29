/// OAuth 2.1 and OpenID Connect: requests are read and judged with Nimbus' library, kept in our own tables.
@NullMarked
package dev.souk.identity.oauth;

import org.jspecify.annotations.NullMarked;
