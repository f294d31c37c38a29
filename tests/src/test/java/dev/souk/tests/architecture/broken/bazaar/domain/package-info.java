/// A domain that is not pure.
/// Nothing uses it but the proof that the rules would notice.
@NullMarked
package dev.souk.tests.architecture.broken.bazaar.domain;

import org.jspecify.annotations.NullMarked;
