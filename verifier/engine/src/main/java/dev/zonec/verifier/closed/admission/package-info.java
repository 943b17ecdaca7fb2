/**
 * Computes the admissions of each class in one direction: which classes at the other end its
 * policies admit.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.admission.AdmissionBuilder}. Input: the policies
 * that apply to each class, and their rules as rows. Output: an admission for each class, with a
 * row of admitted classes for each segment of ports. Decides: how the Admin tier, NetworkPolicies
 * and the Baseline tier combine.
 */
@NullMarked
package dev.zonec.verifier.closed.admission;

import org.jspecify.annotations.NullMarked;
