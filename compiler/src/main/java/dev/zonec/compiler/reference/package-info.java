/**
 * Finds the places that name something, for editors.
 *
 * <p>Entry type: {@link dev.zonec.compiler.reference.References}. Input: the sources of a program,
 * which may have errors. Output: the declarations, and the places that name them. Decides nothing:
 * a name that this package finds nothing for is reported by {@code compiler.resolve}.
 */
@NullMarked
package dev.zonec.compiler.reference;

import org.jspecify.annotations.NullMarked;
