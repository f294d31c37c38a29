/// What order handles, publishes and answers.
@NullMarked
package dev.souk.contracts.order;

import org.jspecify.annotations.NullMarked;
