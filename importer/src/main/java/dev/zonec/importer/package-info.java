/**
 * Policies that people wrote, drafted as a zone program.
 *
 * <p>Entry type: {@link dev.zonec.importer.Importer}. Input: a world, as the verifier reads it.
 * Output: a {@link dev.zonec.importer.Draft}. Decisions: none that is trusted; whoever calls proves
 * the draft equal to the policies.
 */
@NullMarked
package dev.zonec.importer;

import org.jspecify.annotations.NullMarked;
