/// What forms of the back office have in common: doing and refusing, sums of money, days.
@NullMarked
package dev.souk.backoffice.form;

import org.jspecify.annotations.NullMarked;
