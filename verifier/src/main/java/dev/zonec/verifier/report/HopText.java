package dev.zonec.verifier.report;

import dev.zonec.model.net.Transport;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import java.util.ArrayList;
import java.util.List;

/** Writes connections with the lines that let them through or block them. */
public final class HopText {
  private HopText() {}

  /** {@code shop/web (Deployment) -> shop/cart (Deployment) on tcp/7070}. */
  public static String connection(String from, String to, Transport transport) {
    return from + " -> " + to + " on " + transport;
  }

  /** The connection, and under it what lets it through or blocks it on each side. */
  public static List<String> lines(Hop hop, PolicyOrigins origins) {
    List<String> lines = new ArrayList<>();
    lines.add(connection(hop.from().label(), hop.to().label(), hop.transport()));
    lines.addAll(new SideText(false, hop.connection(), origins).sides(hop.decision()));
    return lines;
  }
}
