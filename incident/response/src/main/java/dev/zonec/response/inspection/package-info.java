/**
 * What a responder wants to know about pods, beside their connections.
 *
 * <p>Entry type: {@link dev.zonec.response.inspection.Inspection}. Input: facts about pods, the
 * policies of a world and the flows of a program. Decides: which declared flow uses which port.
 */
@NullMarked
package dev.zonec.response.inspection;

import org.jspecify.annotations.NullMarked;
