/// All rows of notification.
@NullMarked
package dev.souk.notification.db;

import org.jspecify.annotations.NullMarked;
