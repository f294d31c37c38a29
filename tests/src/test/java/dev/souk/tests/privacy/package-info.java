/// What becomes of personal data, in the whole platform.
@NullMarked
package dev.souk.tests.privacy;

import org.jspecify.annotations.NullMarked;
