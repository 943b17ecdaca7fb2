/**
 * The pages of the codes. Each explains what a code means, why the input is rejected, and how to
 * fix it.
 *
 * <p>Entry type: {@link dev.zonec.diagnostics.page.Pages}. Input: the files of {@code
 * docs/diagnostics}, which are in the jar. Output: pages as text, and samples that can be run.
 * Decides: the layout of a page in a terminal.
 */
@NullMarked
package dev.zonec.diagnostics.page;

import org.jspecify.annotations.NullMarked;
