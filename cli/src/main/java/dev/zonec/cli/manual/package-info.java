/**
 * Pages of the manual.
 *
 * <p>Entry type: {@link dev.zonec.cli.manual.ManualPage}. Input: a command as picocli knows it.
 * Output: a page in the language of {@code man}. Decisions: none; it says what the help says.
 */
@NullMarked
package dev.zonec.cli.manual;

import org.jspecify.annotations.NullMarked;
