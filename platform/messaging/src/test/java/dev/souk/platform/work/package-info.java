@NullMarked
package dev.souk.platform.work;

import org.jspecify.annotations.NullMarked;
