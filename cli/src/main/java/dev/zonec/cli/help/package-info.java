/**
 * The help of commands.
 *
 * <p>Entry type: {@link dev.zonec.cli.help.HelpText}. Input: commands as picocli knows them.
 * Output: their help, with options under headings. Decisions: the order of the headings, and how
 * wide help is where no terminal says.
 */
@NullMarked
package dev.zonec.cli.help;

import org.jspecify.annotations.NullMarked;
