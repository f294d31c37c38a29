/// The saga as a script. Pure.
@NullMarked
package dev.souk.checkout.domain;

import org.jspecify.annotations.NullMarked;
