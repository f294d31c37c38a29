/// The back office, at `/backoffice`: pages for the people who run the shop, one class a subject.
@NullMarked
package dev.souk.backoffice;

import org.jspecify.annotations.NullMarked;
