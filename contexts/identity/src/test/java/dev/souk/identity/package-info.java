/// Tests of identity.
@NullMarked
package dev.souk.identity;

import org.jspecify.annotations.NullMarked;
