/**
 * Compares two sets of manifests, such as those before and after a change.
 *
 * <p>Entry type: {@link dev.zonec.application.diff.Diff}. Input: a request. Output: the
 * connections, paths, verdicts and exposed workloads that differ. Decides: which policies of each
 * revision count, and which zones describe the difference.
 */
@NullMarked
package dev.zonec.application.diff;

import org.jspecify.annotations.NullMarked;
