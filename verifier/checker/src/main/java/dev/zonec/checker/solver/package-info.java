/**
 * The solver SMTInterpol, which shares no code with Z3. Its types stay inside this package.
 *
 * <p>{@link dev.zonec.checker.solver.Solver} answers questions that the checker asks as {@link
 * dev.zonec.checker.solver.Statement}s about integers and truth values. {@link
 * dev.zonec.checker.solver.Scripts} answers the questions of an SMT-LIB script.
 *
 * <p>Only the solver's answer <em>unsat</em> becomes {@link
 * dev.zonec.checker.solver.Answer.Impossible}. A time-out, an error of the solver and a script that
 * cannot be read are {@link dev.zonec.checker.solver.Answer.Unknown}.
 */
@NullMarked
package dev.zonec.checker.solver;

import org.jspecify.annotations.NullMarked;
