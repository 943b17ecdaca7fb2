/**
 * Keeps the obligations that were proved, in memory and in a folder, so that a later run need not
 * prove them again.
 *
 * <p>Entry type: {@link dev.zonec.application.cache.ObligationCache}. Only the key of an obligation
 * that the solver proved is kept ({@link dev.zonec.verifier.smt.ImpossibleQuestions}). A file that
 * is damaged, or that another build of zonec wrote, answers nothing.
 */
@NullMarked
package dev.zonec.application.cache;

import org.jspecify.annotations.NullMarked;
