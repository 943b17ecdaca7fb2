package dev.zonec.model.program;

import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole program, resolved.
 *
 * @param module its module's name
 * @param zones the pods that it governs
 * @param externals what it names beside them, the prelude's included
 * @param flows what it allows, implied flows included
 * @param assertions what it claims
 * @param defaults what holds where no flow says anything
 * @param cluster the cluster's address ranges
 * @param namespacesDeclared whether only declared namespaces exist
 */
public record ZoneProgram(
    String module,
    List<Party.Zone> zones,
    List<Party.Outside> externals,
    List<Flow> flows,
    List<Assertion> assertions,
    Defaults defaults,
    Cluster cluster,
    boolean namespacesDeclared) {
  /** Copies the lists. */
  public ZoneProgram {
    zones = List.copyOf(zones);
    externals = List.copyOf(externals);
    flows = List.copyOf(flows);
    assertions = List.copyOf(assertions);
  }

  /** What it asks of pods' labels, of its zones and of pods outside. */
  public List<Selector> podSelectors() {
    List<Selector> selectors = new ArrayList<>();
    zones.forEach(zone -> selectors.addAll(zone.pods().podSelectors()));
    for (Party.Outside external : externals) {
      switch (external) {
        case Party.ForeignPods foreign -> selectors.addAll(foreign.pods().podSelectors());
        case Party.Addresses addresses -> {}
      }
    }
    return List.copyOf(selectors);
  }

  /** The same program with one assumption more or less. */
  public ZoneProgram withNamespacesDeclared(boolean declared) {
    return new ZoneProgram(
        module, zones, externals, flows, assertions, defaults, cluster, declared);
  }
}
