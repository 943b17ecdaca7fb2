/**
 * The model to NetworkPolicies.
 *
 * <p>Entry type: {@link dev.zonec.compiler.emit.Emission}. Input: a lowered program and the
 * namespaces that are known. Output: {@link dev.zonec.compiler.emit.PolicyFile}s, and diagnostics
 * where the target has no room for what is meant. Decisions: names, one policy a line, rules merged
 * only where the product is exact, everything sorted. fabric8's objects do not leave this package.
 */
@NullMarked
package dev.zonec.compiler.emit;

import org.jspecify.annotations.NullMarked;
