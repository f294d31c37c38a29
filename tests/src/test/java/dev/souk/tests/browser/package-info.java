/// The pages in a real browser.
@NullMarked
package dev.souk.tests.browser;

import org.jspecify.annotations.NullMarked;
