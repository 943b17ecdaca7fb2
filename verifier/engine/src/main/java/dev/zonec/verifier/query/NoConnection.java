package dev.zonec.verifier.query;

/**
 * No connection is made at all, whatever policies say.
 *
 * @param from who would call
 * @param to what would be called
 * @param why why nothing is there, as a sentence without its full stop
 */
public record NoConnection(String from, String to, String why) implements ConnectionOutcome {}
