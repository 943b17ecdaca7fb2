/**
 * A page for each code: what it means, why it is refused, and how to fix it.
 *
 * <p>Entry type: {@link dev.zonec.diagnostics.page.Pages}. Input: the files of {@code
 * docs/diagnostics}, which are in the jar. Output: pages as text and as samples that can be run.
 * Decisions: how a page is laid out in a terminal.
 */
@NullMarked
package dev.zonec.diagnostics.page;

import org.jspecify.annotations.NullMarked;
