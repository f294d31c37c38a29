/// What identity handles, publishes and answers: sign-in, sessions, roles, keys.
@NullMarked
package dev.souk.contracts.identity;

import org.jspecify.annotations.NullMarked;
