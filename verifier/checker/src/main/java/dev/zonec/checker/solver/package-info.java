/**
 * The solver SMTInterpol, which shares no code with Z3. Its types stay inside this package.
 *
 * <p>The solver answers questions about integers and truth values, and the questions of scripts in
 * SMT-LIB. Only its answer <em>unsat</em> means that something is impossible. A time-out, an error
 * of the solver and a script that cannot be read are no answer.
 *
 * <p>Entry type: {@link dev.zonec.checker.solver.Solver}.
 */
@NullMarked
package dev.zonec.checker.solver;

import org.jspecify.annotations.NullMarked;
