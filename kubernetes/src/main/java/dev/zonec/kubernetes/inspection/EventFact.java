package dev.zonec.kubernetes.inspection;

/**
 * An event of a pod.
 *
 * @param time the last time it was seen, as in RFC 3339; empty if it has none
 * @param type such as {@code Warning}
 * @param count how often it was seen
 */
public record EventFact(String time, String type, String reason, String message, int count) {}
