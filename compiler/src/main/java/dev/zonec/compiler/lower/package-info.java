/**
 * Lowers declarations to the model.
 *
 * <p>Entry type: {@link dev.zonec.compiler.lower.Lowering}. Input: a resolved program. Output: a
 * {@link dev.zonec.compiler.lower.LoweredProgram}, which contains the model and the further
 * information that compilation needs. Decides: the pods of nested zones; the addresses of externals
 * without the cluster's own; the flows that {@code defaults} implies.
 */
@NullMarked
package dev.zonec.compiler.lower;

import org.jspecify.annotations.NullMarked;
