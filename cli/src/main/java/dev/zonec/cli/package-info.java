/**
 * The {@code zonec} command: arguments in, text and exit codes out. What it says is decided
 * elsewhere.
 *
 * <p>Entry type: {@link dev.zonec.cli.Main}. Only this module prints.
 */
@NullMarked
package dev.zonec.cli;

import org.jspecify.annotations.NullMarked;
