/// Tests of contexts: a real PostgreSQL per test run, a clock in the hand, messages delivered when the test says so.
@NullMarked
package dev.souk.platform.testkit;

import org.jspecify.annotations.NullMarked;
