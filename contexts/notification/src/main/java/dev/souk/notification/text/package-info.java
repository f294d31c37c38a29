/// From a template and values to what is read: subject, short text, mail in text and HTML.
@NullMarked
package dev.souk.notification.text;

import org.jspecify.annotations.NullMarked;
