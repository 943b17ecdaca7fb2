package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.model.program.Party;

/**
 * How a zone selects its pods, in words of policies.
 *
 * @param declaration the zone as declared
 * @param zone the zone of the model
 * @param selection what it selects, the zones that it lies in included
 */
public record ZoneSelection(
    PartyDeclaration.Zone declaration, Party.Zone zone, PodSelection selection) {}
