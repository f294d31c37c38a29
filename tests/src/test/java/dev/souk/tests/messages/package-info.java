/// Who says what to whom: every message has one owner and somebody who listens, and the tables in `docs/` say so.
/// Made from the door plates of the contexts, the records of `contracts` and the declared routes.
@NullMarked
package dev.souk.tests.messages;

import org.jspecify.annotations.NullMarked;
