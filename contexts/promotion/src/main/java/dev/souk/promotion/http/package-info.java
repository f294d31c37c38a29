/// Promotions over HTTP: campaigns for marketing, a try of a code for everyone.
/// Requests are brought into shape here; their terms are checked by the domain.
@NullMarked
package dev.souk.promotion.http;

import org.jspecify.annotations.NullMarked;
