/// The routes of checkout and what they read and answer. A shopper follows their own checkout; staff see all.
@NullMarked
package dev.souk.checkout.http;

import org.jspecify.annotations.NullMarked;
