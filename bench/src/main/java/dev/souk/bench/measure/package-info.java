/// What a measurement is made of: CPU time from `/proc`, WAL from the server, a yardstick from the same minutes.
@NullMarked
package dev.souk.bench.measure;

import org.jspecify.annotations.NullMarked;
