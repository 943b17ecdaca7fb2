package dev.zonec.model.program;

/**
 * The defaults of a program, which hold where no flow applies.
 *
 * @param ingressDenied whether pods of zones accept only declared connections
 * @param egressDenied whether pods of zones open only declared connections
 * @param dnsAllowed whether every zone may connect to the cluster's DNS
 * @param unzonedDenied whether pods of a governed namespace that are in no zone are isolated too
 */
public record Defaults(
    boolean ingressDenied, boolean egressDenied, boolean dnsAllowed, boolean unzonedDenied) {
  /** The defaults of a program without a {@code defaults} statement. */
  public static final Defaults STANDARD = new Defaults(true, true, true, true);
}
