/**
 * Writes a plan as a program: names, statements, and comments with the origin of each.
 *
 * <p>Entry type: {@link dev.zonec.importer.draft.DraftTree}. Input: a {@link
 * dev.zonec.importer.plan.Plan}. Output: a syntax tree. Decides: the names of zones and externals,
 * and what comments say about origins.
 */
@NullMarked
package dev.zonec.importer.draft;

import org.jspecify.annotations.NullMarked;
