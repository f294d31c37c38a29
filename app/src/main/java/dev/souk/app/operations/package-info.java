/// What operators see and do: the routes below `/api/v1/operations`. Beside the contexts, because they look at all of them.
@NullMarked
package dev.souk.app.operations;

import org.jspecify.annotations.NullMarked;
