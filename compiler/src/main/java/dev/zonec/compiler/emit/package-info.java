/**
 * Generates NetworkPolicies from the model.
 *
 * <p>Entry type: {@link dev.zonec.compiler.emit.Emission}. Input: a lowered program and the known
 * namespaces. Output: {@link dev.zonec.compiler.emit.PolicyFile}s, and diagnostics about what
 * policies cannot express. Decides: names; one policy for each line of a zone; which rules are
 * merged, always exactly; the order of everything. Objects of fabric8 do not leave this package.
 */
@NullMarked
package dev.zonec.compiler.emit;

import org.jspecify.annotations.NullMarked;
