/// Events for somebody outside: signed, in order, again until they arrive.
@NullMarked
package dev.souk.notification.webhook;

import org.jspecify.annotations.NullMarked;
