/**
 * Lists what policies mention.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.policy.mention.Mentions}. Input: NetworkPolicies and
 * cluster-scoped policies. Output: the pods, address blocks, nodes and ports that their subjects
 * and rules name, each with its place. Decides: nothing. Vocabularies and equivalence classes
 * distinguish exactly what is listed here.
 */
@NullMarked
package dev.zonec.kubernetes.policy.mention;

import org.jspecify.annotations.NullMarked;
