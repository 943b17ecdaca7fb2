/**
 * What of a program is in force on a day.
 *
 * <p>Entry type: {@link dev.zonec.compiler.expiry.ExpiryFilter}. Input: the resolved program, a
 * day, and what becomes of flows past their last one. Output: the program without what is past, and
 * diagnostics. Decisions: the last day itself still counts; an expired waiver never waives.
 */
@NullMarked
package dev.zonec.compiler.expiry;

import org.jspecify.annotations.NullMarked;
