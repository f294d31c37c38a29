/// The program: the table of contexts, configuration, start and stop. The only place that knows all of them.
@NullMarked
package dev.souk.app;

import org.jspecify.annotations.NullMarked;
