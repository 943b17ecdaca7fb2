package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.FoundEnds.Found;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;

/** Lists the built-in externals whose addresses come from manifests or a cluster. */
public final class FoundEndsText {
  private static final int SHOWN = 3;

  private FoundEndsText() {}

  /**
   * Returns a part for each of these externals, such as {@code apiserver is 172.18.0.2
   * (k8s/api.yaml:7)}.
   */
  public static List<String> parts(ZoneProgram program, FoundEnds ends) {
    List<String> parts = new ArrayList<>();
    if (isFound(program, "apiserver", ends.apiserver())) {
      parts.add("apiserver is " + addresses(ends.apiserver()));
    }
    if (isFound(program, "nodes", ends.nodes())) {
      parts.add("nodes are " + addresses(ends.nodes()));
    }
    return parts;
  }

  private static boolean isFound(ZoneProgram program, String name, List<Found> found) {
    return !found.isEmpty()
        && program.externals().stream()
            .filter(Party.Addresses.class::isInstance)
            .map(Party.Addresses.class::cast)
            .anyMatch(
                each -> each.name().equals(name) && each.span().equals(found.getFirst().span()));
  }

  private static String addresses(List<Found> found) {
    List<String> addresses = found.stream().map(each -> each.address().toString()).toList();
    return ShortList.of(addresses, SHOWN) + " (" + found.getFirst().span().fileAndLine() + ")";
  }
}
