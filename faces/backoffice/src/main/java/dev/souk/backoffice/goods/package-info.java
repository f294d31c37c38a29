/// Products, their import, and the category trees.
@NullMarked
package dev.souk.backoffice.goods;

import org.jspecify.annotations.NullMarked;
