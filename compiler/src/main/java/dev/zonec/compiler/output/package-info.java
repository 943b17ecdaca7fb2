/**
 * Policies in a directory.
 *
 * <p>Entry type: {@link dev.zonec.compiler.output.PolicyDirectory}. Input: policy files. Output:
 * the directory, or what differs from it. Decisions: which files there are generated and may be
 * replaced or removed; everything else is never touched.
 */
@NullMarked
package dev.zonec.compiler.output;

import org.jspecify.annotations.NullMarked;
