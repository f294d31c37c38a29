/// The running product for tests: started once, called over HTTP like anybody would, with words for what a test needs
/// to be there.
@NullMarked
package dev.souk.tests.souk;

import org.jspecify.annotations.NullMarked;
