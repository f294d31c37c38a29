/// Tests of the program without its contexts: what it says when it cannot start.
@NullMarked
package dev.souk.app;

import org.jspecify.annotations.NullMarked;
