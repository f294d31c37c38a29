/// Hashes, random tokens, time-based codes and signing keys.
@NullMarked
package dev.souk.identity.secrets;

import org.jspecify.annotations.NullMarked;
