/// Pricing over HTTP: previews for everyone, rules and rates for staff.
/// Requests are checked here; what they do is in the command handlers.
@NullMarked
package dev.souk.pricing.http;

import org.jspecify.annotations.NullMarked;
