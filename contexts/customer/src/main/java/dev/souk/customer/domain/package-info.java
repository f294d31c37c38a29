/// Rules of accounts, levels and points; pure.
@NullMarked
package dev.souk.customer.domain;

import org.jspecify.annotations.NullMarked;
