/// Tells people what happened: rules from events, one message for each cause, template, channel and recipient. Also sends\n/// events to webhooks outside.
@NullMarked
package dev.souk.notification;

import org.jspecify.annotations.NullMarked;
