/// The rules of the door: addresses, passwords, locks, four eyes. Pure.
@NullMarked
package dev.souk.identity.domain;

import org.jspecify.annotations.NullMarked;
