/// Processes of a running shop are killed while its provider misbehaves; nothing may be lost or done twice. The longer
/// form is `souk torture`.
@NullMarked
package dev.souk.tests.chaos;

import org.jspecify.annotations.NullMarked;
