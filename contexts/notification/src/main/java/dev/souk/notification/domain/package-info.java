/// When and where to something may be sent.
@NullMarked
package dev.souk.notification.domain;

import org.jspecify.annotations.NullMarked;
