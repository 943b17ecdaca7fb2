/**
 * Reads the inputs that the use cases share: a program's sources and parameters, manifests and
 * clusters.
 *
 * <p>Entry type: {@link dev.zonec.application.input.Inputs}. Input: requests. Output: loaded texts
 * and objects, or the problems that make them unusable. Decides: which inputs are gaps, and which
 * gaps the user accepts.
 */
@NullMarked
package dev.zonec.application.input;

import org.jspecify.annotations.NullMarked;
