/**
 * Decides which flows and waivers are in force on a day.
 *
 * <p>Entry type: {@link dev.zonec.compiler.expiry.ExpiryFilter}. Input: the resolved program, a
 * day, and the treatment of expired flows. Output: the program without expired statements, and
 * diagnostics. Decides: the last day still counts; an expired waiver never has an effect.
 */
@NullMarked
package dev.zonec.compiler.expiry;

import org.jspecify.annotations.NullMarked;
