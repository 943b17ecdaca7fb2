/**
 * A zone program's meaning: parties, flows, assertions, and the intent relation.
 *
 * <p>Entry types: {@link dev.zonec.model.program.ZoneProgram}, and {@link
 * dev.zonec.model.program.Intent}, which says of one connection whether the program declares it.
 * Everything here carries the span that it came from, for messages only: it is no part of the
 * meaning.
 */
@NullMarked
package dev.zonec.model.program;

import org.jspecify.annotations.NullMarked;
