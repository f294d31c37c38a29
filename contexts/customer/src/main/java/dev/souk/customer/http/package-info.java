/// Customer over HTTP.
@NullMarked
package dev.souk.customer.http;

import org.jspecify.annotations.NullMarked;
