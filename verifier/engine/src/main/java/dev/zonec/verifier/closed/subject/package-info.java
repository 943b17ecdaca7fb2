/**
 * Matches policies to the classes that they select.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.subject.GoverningPolicies}. Input: the policies
 * of a world and the equivalence classes. Output: for each class and direction, the NetworkPolicies
 * that isolate it and the cluster-scoped policies that apply to it. Decides: nothing on its own.
 */
@NullMarked
package dev.zonec.verifier.closed.subject;

import org.jspecify.annotations.NullMarked;
