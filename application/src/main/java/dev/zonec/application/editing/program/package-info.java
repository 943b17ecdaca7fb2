/**
 * Keeps the programs that an editor has open.
 *
 * <p>Entry type: {@link dev.zonec.application.editing.program.EditedPrograms}. Input: the texts
 * that are open, files, and configuration files. Output: the state of each program after every
 * edit, and what lint and the proofs say about it. Decides: which program a source belongs to.
 */
@NullMarked
package dev.zonec.application.editing.program;

import org.jspecify.annotations.NullMarked;
