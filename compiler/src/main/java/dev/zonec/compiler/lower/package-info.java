/**
 * Declarations to the model.
 *
 * <p>Entry type: {@link dev.zonec.compiler.lower.Lowering}. Input: a resolved program. Output: a
 * {@link dev.zonec.compiler.lower.LoweredProgram}: the model, and what the model does not keep and
 * emission needs. Decisions: a zone that lies in another is both at once; what an external's
 * addresses are once the cluster's own are left out; which flows {@code defaults} implies.
 */
@NullMarked
package dev.zonec.compiler.lower;

import org.jspecify.annotations.NullMarked;
