/**
 * Where policies come from: the statements of a program that compile to them.
 *
 * <p>Entry: {@link dev.zonec.verifier.origin.PolicyOrigins}. Input: a program, and the policies
 * that it compiles to, read back from their text. Output: for a rule or a policy, the flow or zone
 * that it is there for. Decisions: whether what stands in a manifest is still what the program
 * compiles to. Nothing here is trusted by a proof: it is for messages only.
 */
@NullMarked
package dev.zonec.verifier.origin;

import org.jspecify.annotations.NullMarked;
