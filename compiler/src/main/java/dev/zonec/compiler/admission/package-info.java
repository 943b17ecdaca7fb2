/**
 * Generates admission policies that enforce what a program declares about labels.
 *
 * <p>Entry type: {@link dev.zonec.compiler.admission.AdmissionPolicies}. Input: a program. Output:
 * ValidatingAdmissionPolicies with their bindings. Decides: which requests may set a label.
 */
@NullMarked
package dev.zonec.compiler.admission;

import org.jspecify.annotations.NullMarked;
