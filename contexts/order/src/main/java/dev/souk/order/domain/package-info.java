/// The rules of an order: what makes one acceptable, what may happen to it in which state, and who may do it.
/// Pure: an order and a wish go in, a step (the next order and the facts to record) or a refusal comes out.
@NullMarked
package dev.souk.order.domain;

import org.jspecify.annotations.NullMarked;
