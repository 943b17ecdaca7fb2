/**
 * Reach, proofs, and the answers to questions about the policies of a world.
 *
 * <p>In the order of the data: {@code quotient} lists what a world and a program can tell apart;
 * {@code reach} finds paths; {@code smt} asks Z3; {@code proof} divides a claim into questions to
 * them; {@code closed} and {@code query} answer questions about the pods that manifests declare;
 * {@code report} turns verdicts and answers into text and data. The verifier never uses the
 * compiler, so that a bug in the compiler cannot hide in the proof of its output.
 */
@NullMarked
package dev.zonec.verifier;

import org.jspecify.annotations.NullMarked;
