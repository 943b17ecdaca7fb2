/**
 * Writes the help of commands.
 *
 * <p>Entry type: {@link dev.zonec.cli.help.HelpText}. Input: commands of picocli. Output: their
 * help, with options under headings. Decides: the order of the headings, and the width of the help
 * if there is no terminal.
 */
@NullMarked
package dev.zonec.cli.help;

import org.jspecify.annotations.NullMarked;
