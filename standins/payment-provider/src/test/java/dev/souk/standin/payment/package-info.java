/// What the provider promises, and how it breaks its promises when told to. Everything runs on real files.
@NullMarked
package dev.souk.standin.payment;

import org.jspecify.annotations.NullMarked;
