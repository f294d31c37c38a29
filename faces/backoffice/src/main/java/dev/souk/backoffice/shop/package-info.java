/// What the API answers, as far as pages show it.
@NullMarked
package dev.souk.backoffice.shop;

import org.jspecify.annotations.NullMarked;
