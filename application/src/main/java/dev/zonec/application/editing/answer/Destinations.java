package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.model.program.Party;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the workloads that are destinations of flows. */
record Destinations(ProgramState state, DeployedNames deployed) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Returns the workloads that flows to one of the zones {@code names} reach. */
  Stream<Inventory.WorkloadPorts> of(Collection<String> names) {
    List<Party.Zone> zones =
        state.variants().stream()
            .flatMap(variant -> variant.program().zones().stream())
            .filter(zone -> names.contains(zone.name()))
            .distinct()
            .toList();
    return deployed
        .ports()
        .filter(each -> zones.stream().anyMatch(zone -> zone.contains(each.workload().pod())));
  }

  /**
   * Returns the workloads that are destinations of the statement which is being written: those of
   * the names between its last arrow and {@code offset}.
   */
  Stream<Inventory.WorkloadPorts> before(SourceText source, int offset) {
    String text = source.content().substring(0, offset);
    int arrow = text.lastIndexOf("->");
    Set<String> names = new LinkedHashSet<>();
    if (arrow >= 0) {
      Matcher words = NAME.matcher(text.substring(arrow + 2));
      while (words.find()) {
        names.add(words.group());
      }
    }
    return of(names);
  }
}
