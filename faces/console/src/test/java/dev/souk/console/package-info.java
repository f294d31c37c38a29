@NullMarked
package dev.souk.console;

import org.jspecify.annotations.NullMarked;
