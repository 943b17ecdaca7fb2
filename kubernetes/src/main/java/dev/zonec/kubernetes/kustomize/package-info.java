/**
 * Kustomizations to the objects that {@code kustomize build} makes of them.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.kustomize.Kustomizations}. Input: manifest files.
 * Output: documents whose fields point to where they were written, a patched one to the patch.
 * Decisions: which kustomizations are built, and which files belong to them. What a build does is
 * kustomize's to say; what is not rebuilt here is a gap.
 */
@NullMarked
package dev.zonec.kubernetes.kustomize;

import org.jspecify.annotations.NullMarked;
