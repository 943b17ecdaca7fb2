package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Note;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes connections with the rules that admit them, or the policies that block them. */
public final class HopText {
  private HopText() {}

  /** Returns text such as {@code shop/web (Deployment) -> shop/cart (Deployment) on tcp/7070}. */
  public static String connection(String from, String to, Transport transport) {
    return from + " -> " + to + " on " + transport;
  }

  /** Returns the connection of a hop as text. */
  static String connection(FindingHop found) {
    Hop hop = found.hop();
    return connection(source(hop), hop.to().label(), hop.transport());
  }

  /** Returns the source with the labels that it sets, as text. */
  static String source(Hop hop) {
    return hop.relabelled().isEmpty()
        ? hop.from().label()
        : hop.from().label() + " relabelled " + RelabellingText.text(hop.relabelled());
  }

  /** Returns the connection, followed by lines about both sides of its decision. */
  public static List<String> lines(Hop hop, PolicyOrigins origins) {
    List<String> lines = new ArrayList<>();
    lines.add(connection(source(hop), hop.to().label(), hop.transport()));
    lines.addAll(new SideText(false, hop.connection(), origins).sides(hop.decision()));
    return lines;
  }

  /** Returns a changed connection, followed by lines about both sides of the later decision. */
  public static List<String> lines(ChangedConnection changed, PolicyOrigins origins) {
    List<String> lines = new ArrayList<>();
    lines.add(connection(changed.from().label(), changed.to().label(), changed.transport()));
    lines.addAll(new SideText(false, changed.connection(), origins).sides(changed.after()));
    return lines;
  }

  /** Returns the connections of a path, with the rules that admit them. */
  static Note path(List<FindingHop> hops, PolicyOrigins origins) {
    return new Note(
        "path",
        hops.stream()
            .flatMap(hop -> lines(hop.hop(), origins).stream())
            .collect(Collectors.joining("\n")));
  }

  /** Returns a blocked connection, with the policies that block it. */
  static Note blocked(FindingHop hop, PolicyOrigins origins) {
    return new Note("blocked", String.join("\n", lines(hop.hop(), origins)));
  }
}
