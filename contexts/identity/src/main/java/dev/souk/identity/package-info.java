/// Identity: who may come in. Owns logins, second factors, sessions, roles and keys; it signs the tokens that all others believe.
@NullMarked
package dev.souk.identity;

import org.jspecify.annotations.NullMarked;
