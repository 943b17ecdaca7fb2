/**
 * Checks claims with the connections between the workloads of the manifests, and between them and
 * addresses outside the cluster. This is a test of the whole proof: it uses no encoding and no
 * solver, but the concrete semantics and the definitions of the model.
 *
 * <p>It enumerates. An end stands for all workloads, or addresses, that policies and the program
 * cannot tell apart, and a port for an interval of ports. A pod whose address is unknown is an end
 * for each kind of address that it could have. Namespaces that are not declared have no labels,
 * which is one of the possibilities that a proof is about.
 *
 * <p>Only ends that proofs are about are listed: no nodes, and no pods on the host network unless
 * they count as pods. Policies and the program mean the same ports by a name, also of sidecars.
 *
 * <p>Entry type: {@link dev.zonec.checker.deployed.DeployedCheck}.
 */
@NullMarked
package dev.zonec.checker.deployed;

import org.jspecify.annotations.NullMarked;
