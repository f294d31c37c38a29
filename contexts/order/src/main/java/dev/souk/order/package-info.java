/// Orders from the moment that stock and money stand behind them until they are handed to the warehouse or cancelled.
/// Order writes neither stock nor money: what it says makes inventory and payment act, and it keeps what they answer.
@NullMarked
package dev.souk.order;

import org.jspecify.annotations.NullMarked;
