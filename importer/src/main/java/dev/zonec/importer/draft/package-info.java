/**
 * A plan as text: names, statements, and where each comes from.
 *
 * <p>Entry type: {@link dev.zonec.importer.draft.DraftTree}. Input: a {@link
 * dev.zonec.importer.plan.Plan}. Output: a syntax tree. Decisions: what zones and externals are
 * called, and what is said of where they come from.
 */
@NullMarked
package dev.zonec.importer.draft;

import org.jspecify.annotations.NullMarked;
