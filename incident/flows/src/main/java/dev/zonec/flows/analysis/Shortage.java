package dev.zonec.flows.analysis;

/**
 * What an analysis had no room for.
 *
 * @param sharedRecords the number of records whose rows do not name their ends or ports; their
 *     verdicts are exact
 * @param forgottenSources how often the behaviour of a source was forgotten
 * @param unlistedBehaviours the number of findings about behaviour that are not listed
 */
public record Shortage(long sharedRecords, long forgottenSources, long unlistedBehaviours) {}
