/**
 * Finds and reads sources.
 *
 * <p>Entry type: {@link dev.zonec.compiler.source.ProgramSources}. Input: paths as the user gave
 * them. Output: texts, each with a name for messages and a path for annotations. Decides: which
 * files of a folder are sources, and their order.
 */
@NullMarked
package dev.zonec.compiler.source;

import org.jspecify.annotations.NullMarked;
