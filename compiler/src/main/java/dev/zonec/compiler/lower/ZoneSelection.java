package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.model.program.Party;

/**
 * The selection of a zone, as policies need it.
 *
 * @param declaration the declaration
 * @param zone the zone of the model
 * @param selection its selection, including its outer zones
 */
public record ZoneSelection(
    PartyDeclaration.Zone declaration, Party.Zone zone, PodSelection selection) {}
