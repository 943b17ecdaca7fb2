package dev.zonec.model.program;

/**
 * What holds where no flow says anything.
 *
 * @param ingressDenied whether a zone's pods accept only declared connections
 * @param egressDenied whether a zone's pods open only declared connections
 * @param dnsAllowed whether every zone may ask the cluster's DNS
 * @param unzonedDenied whether pods of a governed namespace that are in no zone are cut off too
 */
public record Defaults(
    boolean ingressDenied, boolean egressDenied, boolean dnsAllowed, boolean unzonedDenied) {
  /** What holds where a program has no {@code defaults}. */
  public static final Defaults STANDARD = new Defaults(true, true, true, true);
}
