/// The routes of payment and what they read and answer. Staff see amounts and the last four digits, never tokens.
@NullMarked
package dev.souk.payment.http;

import org.jspecify.annotations.NullMarked;
