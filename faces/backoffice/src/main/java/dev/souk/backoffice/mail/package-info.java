/// What the shop sends: mails and their texts, whom nothing is sent to, and webhooks.
@NullMarked
package dev.souk.backoffice.mail;

import org.jspecify.annotations.NullMarked;
