/// Sign-in as real clients do it, against the running platform.
@NullMarked
package dev.souk.tests.identity;

import org.jspecify.annotations.NullMarked;
