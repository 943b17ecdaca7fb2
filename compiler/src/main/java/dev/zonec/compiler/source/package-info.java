/**
 * Sources found and read.
 *
 * <p>Entry type: {@link dev.zonec.compiler.source.ProgramSources}. Input: paths as the user gave
 * them. Output: texts, each with a name for messages and a path for annotations. Decisions: which
 * files of a folder are sources, and in which order they stand.
 */
@NullMarked
package dev.zonec.compiler.source;

import org.jspecify.annotations.NullMarked;
