/// What the console reads of the API's answers.
@NullMarked
package dev.souk.console.view;

import org.jspecify.annotations.NullMarked;
