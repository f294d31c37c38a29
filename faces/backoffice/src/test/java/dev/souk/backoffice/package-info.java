@NullMarked
package dev.souk.backoffice;

import org.jspecify.annotations.NullMarked;
