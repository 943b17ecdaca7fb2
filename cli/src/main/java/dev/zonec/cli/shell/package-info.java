/**
 * Completion of command lines in shells.
 *
 * <p>Entry type: {@link dev.zonec.cli.shell.CompletionScript}. Input: the commands as picocli knows
 * them. Output: a script. Decisions: none but what a shell can be told.
 */
@NullMarked
package dev.zonec.cli.shell;

import org.jspecify.annotations.NullMarked;
