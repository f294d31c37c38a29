/// The cart over HTTP: routes as data, requests checked and turned into commands. Nothing here decides about a cart.
@NullMarked
package dev.souk.cart.http;

import org.jspecify.annotations.NullMarked;
