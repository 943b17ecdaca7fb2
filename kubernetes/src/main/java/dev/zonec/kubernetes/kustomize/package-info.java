/**
 * Builds kustomizations as {@code kustomize build} does.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.kustomize.Kustomizations}. Input: manifest files.
 * Output: documents whose fields have the span where they were written; a patched field has the
 * patch's. Decides: which kustomizations are built, and which files belong to them. Features of
 * kustomize that are not implemented leave a gap.
 */
@NullMarked
package dev.zonec.kubernetes.kustomize;

import org.jspecify.annotations.NullMarked;
