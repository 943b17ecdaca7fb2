/**
 * Shows claims about every pod that could exist, with an encoding of its own.
 *
 * <p><b>The encoding.</b> A question is about one connection. Its values are integers and truth
 * values with names: for each end whether it is a pod, its namespace, the labels of the pod and of
 * its namespace, and an address of each family; and the family, the protocol, the port and the port
 * names of the connection. {@link dev.zonec.checker.mention.Mentions} numbers the label values and
 * namespaces that policies and the program mention. Every other integer is a value that nothing
 * mentions, so no value is left out.
 *
 * <ul>
 *   <li>{@code EndStatements}: the end is in a namespace, a selector, a block, or a party
 *   <li>{@code PortStatements}: the connection has a port of a policy or a service
 *   <li>{@code NetworkPolicyStatements}, {@code ClusterTierStatements}, {@code Admission}: the
 *       policies at an end admit the connection, under MAY or MUST
 *   <li>{@code IntentStatements}: the program declares the connection
 *   <li>{@code Existence}: the connection could exist, and none of its ends is assumed not to
 *   <li>{@code InvariantStatements}: the end is in a set of a certificate
 * </ul>
 *
 * <p>Statements follow the definitions of spec/semantics.md and spec/language.md one by one, and
 * are written for a {@link dev.zonec.checker.open.Place}: a part of all ends, such as the pods of
 * one namespace. At a place, much is known without the solver, and a statement contains only what
 * the place leaves open.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>An {@link dev.zonec.checker.open.Obligation} has a list of questions. Each is a consequence
 *       of the violation, and the last one is the violation itself. One answer <em>impossible</em>
 *       is therefore enough, and a connection is a violation only if the last question has it.
 *   <li>The places into which a claim is divided cover all ends that the claim is about.
 *   <li>The labels of a named namespace are the same at both ends. They are declared, or numbers
 *       that both ends share. Other namespaces can have any labels at each end.
 *   <li>A stand-in represents many namespaces. Two neighbours on a path that are in one stand-in
 *       are in one namespace, but ends further apart can be in different ones. Its labels are
 *       therefore not the same along a path, and no invariant may restrict them as unknown labels.
 * </ul>
 *
 * <p>Entry type: {@link dev.zonec.checker.open.OpenCheck}.
 */
@NullMarked
package dev.zonec.checker.open;

import org.jspecify.annotations.NullMarked;
