/**
 * What is checked, and the result.
 *
 * <p>Entry type: {@link dev.zonec.checker.claim.CheckedRun}.
 */
@NullMarked
package dev.zonec.checker.claim;

import org.jspecify.annotations.NullMarked;
