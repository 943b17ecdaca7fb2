/**
 * One form for policies of every kind: tiers of ordered rules, as in Calico.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.rules.PolicySet}. Input: NetworkPolicies and
 * cluster-scoped policies. Output: the rules that they amount to, each with its place. Decides: how
 * a kind of policy is written as tiers; {@link dev.zonec.kubernetes.rules.NetworkPolicyRules} and
 * {@link dev.zonec.kubernetes.rules.ClusterPolicyRules} do this for one kind each.
 *
 * <p>Engines and encoders read this form. The concrete semantics reads the policies themselves, and
 * tests compare the two.
 */
@NullMarked
package dev.zonec.kubernetes.rules;

import org.jspecify.annotations.NullMarked;
