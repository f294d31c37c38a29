@NullMarked
package dev.souk.notification.text;

import org.jspecify.annotations.NullMarked;
