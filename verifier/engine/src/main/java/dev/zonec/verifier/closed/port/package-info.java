/**
 * Divides ports into atoms.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.port.PortAtoms}. Input: the port ranges and port
 * names that policies and questions mention. Output: atoms, which are ranges of ports that no rule
 * distinguishes, and segments, which are groups of atoms. Decides: where ports are divided, and
 * which port a name stands for at a pod.
 */
@NullMarked
package dev.zonec.verifier.closed.port;

import org.jspecify.annotations.NullMarked;
