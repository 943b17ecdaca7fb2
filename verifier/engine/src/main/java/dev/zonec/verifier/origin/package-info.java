/**
 * The origins of policies: the statements of a program that compile to them.
 *
 * <p>Entry type: {@link dev.zonec.verifier.origin.PolicyOrigins}. Input: a program, and the
 * policies that it compiles to, read back from their text. Output: the flow or zone of a rule or
 * policy. Decides: whether a policy in a manifest still equals the policy that the program compiles
 * to. Origins are for messages only; no proof depends on them.
 */
@NullMarked
package dev.zonec.verifier.origin;

import org.jspecify.annotations.NullMarked;
