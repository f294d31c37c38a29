/// Routes for accounts and administrators, and the sign-in pages.
@NullMarked
package dev.souk.identity.http;

import org.jspecify.annotations.NullMarked;
