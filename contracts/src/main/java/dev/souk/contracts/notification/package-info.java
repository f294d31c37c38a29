/// What notification handles, publishes and answers.
@NullMarked
package dev.souk.contracts.notification;

import org.jspecify.annotations.NullMarked;
