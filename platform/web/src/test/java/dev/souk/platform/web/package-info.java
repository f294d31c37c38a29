/// Tests of the edge: a small context on the real server and a real database.
@NullMarked
package dev.souk.platform.web;

import org.jspecify.annotations.NullMarked;
