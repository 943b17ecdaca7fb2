package dev.zonec.model.program;

import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A resolved program.
 *
 * @param module the name of the module
 * @param zones the zones, whose pods the program governs
 * @param externals the other parties that it names, including the prelude's
 * @param flows the flows, including implied ones
 * @param assertions the assertions
 * @param defaults the defaults, which hold where no flow applies
 * @param cluster the address ranges of the cluster
 * @param namespacesDeclared whether only declared namespaces exist
 * @param trust the trust in labels
 * @param disjoint the zones that it declares disjoint
 * @param waivers the waivers that have not expired
 * @param patterns the {@code foreach} statements
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

  /** Creates a program without {@code foreach}. */
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

  /** Creates a program without declared trust, disjoint zones and waivers. */
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

  /**
   * Returns every party that the program declares or names once, including parts such as {@code
   * {shop except web}}.
   */
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

  /** Returns the selectors of pods of its zones and externals. */
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

  /** Returns a copy with or without the assumption that only declared namespaces exist. */
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

  /** Returns a copy with these flows only, and without patterns. */
  public ZoneProgram onlyFlows(List<Flow> others) {
    return new ZoneProgram(
        module,
        zones,
        externals,
        others,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        waivers,
        List.of());
  }

  /** Returns a copy with other address ranges. */
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

  /** Returns a copy without assertions, for the standing claims. */
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

  /** Returns a copy with other externals. */
  public ZoneProgram withExternals(List<Party.Outside> others) {
    return new ZoneProgram(
        module,
        zones,
        others,
        flows,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        waivers,
        patterns);
  }

  /** Returns a copy with other assertions. Assertions of patterns stay. */
  public ZoneProgram withAssertions(List<Assertion> others) {
    return new ZoneProgram(
        module,
        zones,
        externals,
        flows,
        others,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        waivers,
        patterns);
  }

  /** Returns a copy with other statements about disjoint zones. */
  public ZoneProgram withDisjoint(List<Disjointness> others) {
    return new ZoneProgram(
        module,
        zones,
        externals,
        flows,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        others,
        waivers,
        patterns);
  }

  /** Returns a copy with other waivers. */
  public ZoneProgram withWaivers(List<Waiver> others) {
    return new ZoneProgram(
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
        others,
        patterns);
  }

  /** Returns a copy with only {@code claims} as assertions, and without flows and waivers. */
  public ZoneProgram claiming(List<Assertion> claims) {
    return new ZoneProgram(
        module,
        zones,
        externals,
        List.of(),
        claims,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        List.of());
  }

  /**
   * Returns every flow. Flows of patterns are included as if they also allowed connections between
   * namespaces.
   */
  public List<Flow> widestFlows() {
    List<Flow> all = new ArrayList<>(flows);
    patterns.forEach(pattern -> all.addAll(pattern.flows()));
    return List.copyOf(all);
  }
}
