/**
 * Drafts zone programs from existing policies.
 *
 * <p>Entry type: {@link dev.zonec.importer.Importer}. Input: a world. Output: a {@link
 * dev.zonec.importer.Draft}. Nothing here has to be trusted, because the caller proves that the
 * draft equals the policies.
 */
@NullMarked
package dev.zonec.importer;

import org.jspecify.annotations.NullMarked;
