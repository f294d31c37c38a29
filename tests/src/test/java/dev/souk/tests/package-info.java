/// The whole product, from outside: what shoppers, staff and bad guests see over HTTP. What the databases hold
/// afterwards is compared with it.
@NullMarked
package dev.souk.tests;

import org.jspecify.annotations.NullMarked;
