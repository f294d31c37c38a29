/// Notification over HTTP.
@NullMarked
package dev.souk.notification.http;

import org.jspecify.annotations.NullMarked;
