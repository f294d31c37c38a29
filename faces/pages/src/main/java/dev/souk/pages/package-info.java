/// What every face is made of: pages declared as data, templates, assets, words, forms, and the public API as a client
/// sees it.
@NullMarked
package dev.souk.pages;

import org.jspecify.annotations.NullMarked;
