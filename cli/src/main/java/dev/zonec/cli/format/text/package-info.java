/** Writes reports as plain text. */
@NullMarked
package dev.zonec.cli.format.text;

import org.jspecify.annotations.NullMarked;
