/// The tables of payment. One transaction's changes are collected and written with one statement a table.
@NullMarked
package dev.souk.payment.db;

import org.jspecify.annotations.NullMarked;
