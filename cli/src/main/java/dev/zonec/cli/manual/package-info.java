/**
 * Writes manual pages.
 *
 * <p>Entry type: {@link dev.zonec.cli.manual.ManualPage}. Input: a command of picocli. Output: a
 * page for {@code man}, with the content of the help.
 */
@NullMarked
package dev.zonec.cli.manual;

import org.jspecify.annotations.NullMarked;
