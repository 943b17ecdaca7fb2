/**
 * Writes policies to a folder.
 *
 * <p>Entry type: {@link dev.zonec.compiler.output.PolicyDirectory}. Input: policy files. Output:
 * the updated folder, or its differences. Decides: which files were generated, and so may be
 * replaced or removed. All other files stay unchanged.
 */
@NullMarked
package dev.zonec.compiler.output;

import org.jspecify.annotations.NullMarked;
