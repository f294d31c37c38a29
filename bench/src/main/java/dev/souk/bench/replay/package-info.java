/// Plays the orders of a real shop (UCI Online Retail) through the public API, as its sales desk would have keyed them
/// in, and compares what the platform then holds with the file's own sums.
@NullMarked
package dev.souk.bench.replay;

import org.jspecify.annotations.NullMarked;
