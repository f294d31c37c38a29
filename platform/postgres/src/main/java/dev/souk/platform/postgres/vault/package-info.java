/// The vault: a key a person, wrapped by a master key, in a database of its own. Built on Google Tink.
@NullMarked
package dev.souk.platform.postgres.vault;

import org.jspecify.annotations.NullMarked;
