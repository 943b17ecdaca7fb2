package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.diff.Cell;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.Region;
import dev.zonec.verifier.diff.RegionEnds;
import dev.zonec.verifier.diff.RegionPart;
import dev.zonec.verifier.exposure.PeerSet;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes regions of a comparison as text.
 *
 * @param zones whether a program names zones; otherwise the sources and destinations are described
 *     by selectors only
 * @param before the origins of the policies before the change
 * @param after the origins of the policies after the change
 */
public record RegionText(boolean zones, PolicyOrigins before, PolicyOrigins after) {
  /** The most workloads that are listed for an end. */
  private static final int MOST_WORKLOADS = 3;

  private static final String INDENT = "      ";

  /** Returns text such as {@code web -> db : tcp/5432}. */
  public String connection(Region region) {
    String families =
        region.families().isEmpty() || hasRanges(region.from()) || hasRanges(region.to())
            ? ""
            : " over "
                + region.families().stream()
                    .map(family -> family == dev.zonec.model.net.Family.IPV4 ? "IPv4" : "IPv6")
                    .sorted()
                    .collect(Collectors.joining(" and "));
    return ends(region.from())
        + " -> "
        + ends(region.to())
        + " : "
        + String.join(", ", region.ports())
        + families;
  }

  /** Whether the ends are listed as ranges of addresses, which show the family. */
  private static boolean hasRanges(RegionEnds ends) {
    return ends.parts().stream().anyMatch(RegionPart.Addresses.class::isInstance);
  }

  /** Returns the lines of a region: its connections, its workloads, and the rules that differ. */
  List<String> lines(String sign, Region region) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + sign + " " + connection(region));
    lines.add(INDENT + "today: " + today(region));
    for (ChangedConnection example : region.examples()) {
      example(example).forEach(line -> lines.add(INDENT + line));
    }
    if (region.moreReasons()) {
      lines.add(INDENT + "and further rules decide other connections of this region");
    }
    return lines;
  }

  /** Returns the declared workloads among the sources and the destinations. */
  public static String today(Region region) {
    String from = deployed(region.from());
    String to = deployed(region.to());
    return from.equals(NONE) && to.equals(NONE) ? NONE : from + " -> " + to;
  }

  private static final String NONE = "no workload";

  private static String deployed(RegionEnds ends) {
    if (ends.deployed().isEmpty()) {
      return ends.cell().holdsAddresses() ? "addresses" : NONE;
    }
    return ShortList.of(
        ends.deployed().stream()
            .map(workload -> workload.namespace() + "/" + workload.name())
            .distinct()
            .toList(),
        MOST_WORKLOADS);
  }

  /** Returns the lines of an example: the connection, and the sides that decide differently. */
  public List<String> example(ChangedConnection example) {
    List<String> lines = new ArrayList<>();
    lines.add(
        HopText.connection(example.from().label(), example.to().label(), example.transport()));
    lines.addAll(headed("before", changedSides(example, false)));
    lines.addAll(headed("after", changedSides(example, true)));
    return lines;
  }

  private static List<String> headed(String head, List<String> lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      out.add(String.format(Locale.ROOT, "%-6s", out.isEmpty() ? head : "") + line);
    }
    return out;
  }

  /**
   * Returns the lines of one revision about the sides that the revisions decide differently.
   *
   * @param inNew whether the revision is the new one
   */
  public List<String> changedSides(ChangedConnection example, boolean inNew) {
    Connection connection = example.connection();
    return inNew
        ? sides(example.after(), example.before(), connection, after)
        : sides(example.before(), example.after(), connection, before);
  }

  private static List<String> sides(
      Decision decision, Decision other, Connection connection, PolicyOrigins origins) {
    if (!(decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress))
        || !(other
            instanceof Decision.Judged(SideDecision otherEgress, SideDecision otherIngress))) {
      return List.of();
    }
    SideText text = new SideText(false, connection, origins);
    List<String> lines = new ArrayList<>();
    if (egress.admits() != otherEgress.admits()) {
      lines.addAll(text.side(Direction.EGRESS, egress));
    }
    if (ingress.admits() != otherIngress.admits()) {
      lines.addAll(text.side(Direction.INGRESS, ingress));
    }
    return lines;
  }

  private String ends(RegionEnds ends) {
    return switch (ends.cell().kind()) {
      case ZONE, EXTERNAL ->
          ends.cell().name()
              + (ends.whole()
                  ? ""
                  : joined(ends.parts().stream().map(RegionText::conditions).toList()));
      case OTHER_PODS ->
          ends.whole() ? (zones ? "every other pod" : "every pod") : parts(ends, "every pod");
      case OTHER_ADDRESSES -> {
        String all = "every other address outside the cluster";
        yield ends.whole() ? all : parts(ends, all);
      }
    };
  }

  private static String joined(List<String> conditions) {
    return "[" + String.join(" or ", conditions) + "]";
  }

  private static String parts(RegionEnds ends, String all) {
    return ends.parts().stream().map(part -> part(part, all)).collect(Collectors.joining(" and "));
  }

  /** Returns a part as text; {@code all} is the text for the whole cell. */
  private static String part(RegionPart part, String all) {
    return switch (part) {
      case RegionPart.Pods(PeerSet.Pods pods) -> ExposureText.peers(pods);
      case RegionPart.Addresses(var ranges) -> "addresses " + String.join(", ", ranges);
      case RegionPart.AddressesExcept(var ranges) -> all + " except " + String.join(", ", ranges);
    };
  }

  /** Returns a part as text that does not depend on the cell. */
  static String text(RegionPart part) {
    return part(part, "every address");
  }

  /** Returns the conditions that a part of a zone or external satisfies. */
  private static String conditions(RegionPart part) {
    return switch (part) {
      case RegionPart.Pods(PeerSet.Pods pods) -> conditions(pods);
      case RegionPart.Addresses(var ranges) -> String.join(", ", ranges);
      case RegionPart.AddressesExcept(var ranges) -> "except " + String.join(", ", ranges);
    };
  }

  private static String conditions(PeerSet.Pods pods) {
    List<String> conditions = new ArrayList<>(pods.podLabels());
    switch (pods.namespaces()) {
      case PeerSet.Namespaces.Any any -> {}
      case PeerSet.Namespaces.In(var names) ->
          conditions.add("namespace " + String.join(" or ", names));
      case PeerSet.Namespaces.AllBut(var names) ->
          conditions.add("not in namespace " + String.join(", ", names));
    }
    if (!pods.namespaceLabels().isEmpty()) {
      conditions.add("namespace with " + String.join(",", pods.namespaceLabels()));
    }
    if (!pods.addresses().isEmpty()) {
      conditions.add("at " + String.join(", ", pods.addresses()));
    }
    return conditions.isEmpty() ? "every pod" : String.join(", ", conditions);
  }

  /** Returns the place of the region in the order of a report; the most serious regions first. */
  public static int rank(Region region) {
    return rank(region.from()) + rank(region.to());
  }

  private static int rank(RegionEnds ends) {
    return switch (ends.cell().kind()) {
      case EXTERNAL -> ends.cell().name().equals("internet") ? 0 : 1;
      case OTHER_ADDRESSES -> 1;
      case OTHER_PODS -> 2;
      case ZONE -> 3;
    };
  }

  /** Returns the names of workloads, for messages. */
  static List<String> names(List<Workload> workloads) {
    return workloads.stream().map(Workload::label).toList();
  }

  /** Returns the kind of a cell as a word for JSON. */
  static String word(Cell.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
