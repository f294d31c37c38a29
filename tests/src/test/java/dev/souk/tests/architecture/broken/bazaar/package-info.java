/// A context as it must not be: every class here breaks one rule.
/// Nothing uses it but the proof that the rules would notice.
@NullMarked
package dev.souk.tests.architecture.broken.bazaar;

import org.jspecify.annotations.NullMarked;
