/**
 * The moment by which a run has to end. Every loop that may be long looks at it; what was found
 * when it has passed is not used.
 */
@NullMarked
package dev.zonec.verifier.deadline;

import org.jspecify.annotations.NullMarked;
