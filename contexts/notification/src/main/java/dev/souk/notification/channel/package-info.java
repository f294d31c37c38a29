/// The ways out: a mail server, and stand-ins with an inbox of their own.
@NullMarked
package dev.souk.notification.channel;

import org.jspecify.annotations.NullMarked;
