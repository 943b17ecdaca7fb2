/**
 * The {@code zonec} command: converts arguments to requests, and outcomes to text and exit codes.
 *
 * <p>Entry type: {@link dev.zonec.cli.Main}. Only this module prints.
 */
@NullMarked
package dev.zonec.cli;

import org.jspecify.annotations.NullMarked;
