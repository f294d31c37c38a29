/// The rules that all code is held to. Each is proven once on code that breaks it.
@NullMarked
package dev.souk.tests.architecture;

import org.jspecify.annotations.NullMarked;
