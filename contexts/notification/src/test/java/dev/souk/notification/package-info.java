@NullMarked
package dev.souk.notification;

import org.jspecify.annotations.NullMarked;
