/// Members of staff, their roles and sessions, and machines that ask for tokens.
@NullMarked
package dev.souk.backoffice.staff;

import org.jspecify.annotations.NullMarked;
