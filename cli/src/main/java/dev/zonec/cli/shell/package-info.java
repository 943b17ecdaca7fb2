/**
 * Completes command lines in shells.
 *
 * <p>Entry type: {@link dev.zonec.cli.shell.CompletionScript}. Input: the commands of picocli.
 * Output: a script.
 */
@NullMarked
package dev.zonec.cli.shell;

import org.jspecify.annotations.NullMarked;
