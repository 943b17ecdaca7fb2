package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureGroup;
import dev.zonec.verifier.exposure.PeerSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes exposures as lines of text, and as maps and lists for JSON. */
public final class ExposureText {
  private ExposureText() {}

  /** Returns a line for each group of workloads, followed by a line for each set of peers. */
  public static List<String> lines(List<ExposureGroup> groups) {
    List<String> lines = new ArrayList<>();
    for (ExposureGroup group : groups) {
      lines.add(ShortList.atMost(group.workloads(), ConnectionsText.MOST_PATTERNS));
      addSide("ingress", group.ingress(), lines);
      addSide("egress", group.egress(), lines);
    }
    return groups.isEmpty() ? List.of("no manifest declares a workload") : lines;
  }

  private static void addSide(String word, List<Exposure.Row> rows, List<String> lines) {
    if (rows.isEmpty()) {
      lines.add("  " + padded(word) + "nothing");
    }
    for (Exposure.Row row : rows) {
      lines.add(
          "  "
              + padded(word)
              + peers(row.peers())
              + " : "
              + String.join(", ", row.ports())
              + (row.deployed() ? "" : "   (no workload today)"));
    }
  }

  private static String padded(String word) {
    return String.format(java.util.Locale.ROOT, "%-9s", word);
  }

  /** Returns the peers as text. */
  static String peers(PeerSet peers) {
    return switch (peers) {
      case PeerSet.Anyone anyone -> "anyone";
      case PeerSet.EveryPod every -> "every pod of the cluster";
      case PeerSet.Internet internet -> "internet";
      case PeerSet.Addresses(var ranges) -> "addresses " + String.join(", ", ranges);
      case PeerSet.Pods(var namespaces, var namespaceLabels, var podLabels, var addresses) -> {
        StringBuilder out = new StringBuilder();
        out.append(podLabels.isEmpty() ? "every pod" : "pods " + String.join(",", podLabels));
        out.append(namespaces(namespaces));
        out.append(namespaceLabels.isEmpty() ? "" : " with " + String.join(",", namespaceLabels));
        if (!addresses.isEmpty()) {
          out.append(" at ").append(String.join(", ", addresses));
        }
        yield out.toString();
      }
    };
  }

  private static String namespaces(PeerSet.Namespaces namespaces) {
    return switch (namespaces) {
      case PeerSet.Namespaces.Any any -> " in any namespace";
      case PeerSet.Namespaces.In(var names) ->
          (names.size() == 1 ? " in namespace " : " in namespaces ") + String.join(", ", names);
      case PeerSet.Namespaces.AllBut(var names) ->
          " in any namespace but " + String.join(", ", names);
    };
  }

  /**
   * Returns the exposures as data: one list of workloads.
   *
   * @param joined whether a group can have several workloads, and is then named by patterns
   */
  public static Map<String, Object> data(List<ExposureGroup> groups, boolean joined) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "exposure",
        groups.stream()
            .map(
                group -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  if (joined) {
                    one.put("workloadPatterns", group.workloads());
                  } else {
                    one.put("workload", group.workloads().getFirst());
                  }
                  one.put("ingress", group.ingress().stream().map(ExposureText::row).toList());
                  one.put("egress", group.egress().stream().map(ExposureText::row).toList());
                  return one;
                })
            .toList());
    return out;
  }

  private static Map<String, Object> row(Exposure.Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (row.peers()) {
      case PeerSet.Anyone anyone -> out.put("kind", "anyone");
      case PeerSet.EveryPod every -> out.put("kind", "every-pod");
      case PeerSet.Internet internet -> out.put("kind", "internet");
      case PeerSet.Addresses(var ranges) -> {
        out.put("kind", "addresses");
        out.put("ranges", ranges);
      }
      case PeerSet.Pods(var namespaces, var namespaceLabels, var podLabels, var addresses) -> {
        out.put("kind", "pods");
        putNamespaces(out, namespaces);
        out.put("namespaceLabels", namespaceLabels);
        out.put("podLabels", podLabels);
        out.put("addresses", addresses);
      }
    }
    out.put("ports", row.ports());
    out.put("deployed", row.deployed());
    return out;
  }

  /** Adds a condition on the namespace of pods to a document. */
  static void putNamespaces(Map<String, Object> out, PeerSet.Namespaces namespaces) {
    switch (namespaces) {
      case PeerSet.Namespaces.Any any -> {}
      case PeerSet.Namespaces.In(var names) -> out.put("namespaces", names);
      case PeerSet.Namespaces.AllBut(var names) -> out.put("excludedNamespaces", names);
    }
  }
}
