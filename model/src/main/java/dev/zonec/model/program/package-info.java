/**
 * The meaning of a zone program: parties, flows, assertions, and the intent.
 *
 * <p>Entry types: {@link dev.zonec.model.program.ZoneProgram}, and {@link
 * dev.zonec.model.program.Intent}, which tells whether the program declares a connection. All
 * values carry the span that they come from. It is used for messages only and is not part of the
 * meaning.
 */
@NullMarked
package dev.zonec.model.program;

import org.jspecify.annotations.NullMarked;
