@NullMarked
package dev.souk.pages.picture;

import org.jspecify.annotations.NullMarked;
