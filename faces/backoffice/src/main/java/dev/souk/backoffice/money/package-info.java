/// What things cost: price lists, rules, taxes, delivery, promotions.
@NullMarked
package dev.souk.backoffice.money;

import org.jspecify.annotations.NullMarked;
