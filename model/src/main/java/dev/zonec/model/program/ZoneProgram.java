package dev.zonec.model.program;

import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
 * @param trust how far labels are trusted
 * @param disjoint the zones that it says share no pod
 * @param waivers what it takes out of its assertions; none is past its last day
 * @param patterns what holds in each of many namespaces by itself
 */
public record ZoneProgram(
    String module,
    List<Party.Zone> zones,
    List<Party.Outside> externals,
    List<Flow> flows,
    List<Assertion> assertions,
    Defaults defaults,
    Cluster cluster,
    boolean namespacesDeclared,
    LabelTrust trust,
    List<Disjointness> disjoint,
    List<Waiver> waivers,
    List<Pattern> patterns) {
  /** Copies the lists. */
  public ZoneProgram {
    zones = List.copyOf(zones);
    externals = List.copyOf(externals);
    flows = List.copyOf(flows);
    assertions = List.copyOf(assertions);
    disjoint = List.copyOf(disjoint);
    waivers = List.copyOf(waivers);
    patterns = List.copyOf(patterns);
  }

  /** A program without {@code foreach}. */
  public ZoneProgram(
      String module,
      List<Party.Zone> zones,
      List<Party.Outside> externals,
      List<Flow> flows,
      List<Assertion> assertions,
      Defaults defaults,
      Cluster cluster,
      boolean namespacesDeclared,
      LabelTrust trust,
      List<Disjointness> disjoint,
      List<Waiver> waivers) {
    this(
        module,
        zones,
        externals,
        flows,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        waivers,
        List.of());
  }

  /** A program that says nothing of labels, leans on no disjointness and waives nothing. */
  public ZoneProgram(
      String module,
      List<Party.Zone> zones,
      List<Party.Outside> externals,
      List<Flow> flows,
      List<Assertion> assertions,
      Defaults defaults,
      Cluster cluster,
      boolean namespacesDeclared) {
    this(
        module,
        zones,
        externals,
        flows,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        LabelTrust.UNDECLARED,
        List.of(),
        List.of());
  }

  /** Whatever it declares or names, parts such as {@code {shop except web}} among it, each once. */
  public List<Party> parties() {
    Set<Party> all = new LinkedHashSet<>(zones);
    all.addAll(externals);
    for (Flow flow : flows) {
      all.add(flow.from());
      all.add(flow.to());
    }
    assertions.forEach(assertion -> all.addAll(assertion.parties()));
    for (Pattern pattern : patterns) {
      for (Flow flow : pattern.flows()) {
        all.add(flow.from());
        all.add(flow.to());
      }
      pattern.claims().forEach(claim -> all.addAll(claim.parties()));
    }
    for (Waiver waiver : waivers) {
      all.addAll(waiver.excused().from());
      all.addAll(waiver.excused().to());
    }
    return List.copyOf(all);
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
        module,
        zones,
        externals,
        flows,
        assertions,
        defaults,
        cluster,
        declared,
        trust,
        disjoint,
        waivers,
        patterns);
  }

  /** The same program with other address ranges. */
  public ZoneProgram withCluster(Cluster other) {
    return new ZoneProgram(
        module,
        zones,
        externals,
        flows,
        assertions,
        defaults,
        other,
        namespacesDeclared,
        trust,
        disjoint,
        waivers,
        patterns);
  }

  /** The same program without assertions, for what is claimed always. */
  public ZoneProgram withoutAssertions() {
    return new ZoneProgram(
        module,
        zones,
        externals,
        flows,
        List.of(),
        defaults,
        cluster,
        namespacesDeclared,
        LabelTrust.UNDECLARED,
        List.of(),
        List.of(),
        patterns.stream()
            .map(p -> new Pattern(p.namespaces(), p.zones(), p.flows(), List.of(), p.span()))
            .toList());
  }

  /** Every flow, those of patterns among them as if they were between namespaces too. */
  public List<Flow> widestFlows() {
    List<Flow> all = new ArrayList<>(flows);
    patterns.forEach(pattern -> all.addAll(pattern.flows()));
    return List.copyOf(all);
  }
}
