package dev.zonec.verifier.query;

/**
 * A connection that cannot exist whatever the policies say, for example because no pod is behind a
 * Service.
 *
 * @param from the label of the source
 * @param to the label of the destination
 * @param reason the reason, as a sentence without a full stop
 */
public record NoConnection(String from, String to, String reason) implements ConnectionOutcome {}
