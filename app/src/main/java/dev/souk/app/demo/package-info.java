/// The demo shop: a week of a real wholesaler's assortment, put on the shelves through the public API.
@NullMarked
package dev.souk.app.demo;

import org.jspecify.annotations.NullMarked;
