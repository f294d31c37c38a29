/// What applications for staff are made of, beside pages for shoppers: a shell with side navigation, messages after a
/// form, columns of tables, charts. Their templates are below `work/`, their style sheet is `work.css`.
@NullMarked
package dev.souk.pages.work;

import org.jspecify.annotations.NullMarked;
