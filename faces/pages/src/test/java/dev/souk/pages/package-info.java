@NullMarked
package dev.souk.pages;

import org.jspecify.annotations.NullMarked;
