/// Everything that should not be sent. Each has a clear problem with a stable code; none changes anything, none is an
/// error of ours.
@NullMarked
package dev.souk.tests.badinput;

import org.jspecify.annotations.NullMarked;
