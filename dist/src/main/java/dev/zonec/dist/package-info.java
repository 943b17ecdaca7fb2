/**
 * Makes the packages of a release: archives with a runtime, images, Debian packages and a formula.
 *
 * <p>Entry type: {@link dev.zonec.dist.Dist}. Input: the jars of the command, and the inputs of
 * {@code inputs.tsv}. Output: a folder with the packages and their sums. The same inputs give the
 * same bytes.
 */
@NullMarked
package dev.zonec.dist;

import org.jspecify.annotations.NullMarked;
