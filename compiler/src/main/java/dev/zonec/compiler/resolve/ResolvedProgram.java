package dev.zonec.compiler.resolve;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.LabelTrust;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program whose names are resolved.
 *
 * @param module its module's name
 * @param zones its zones, each after the one that it lies in
 * @param externals its externals, those of the prelude that it does not declare itself, and what
 *     its flows and assertions name of other modules
 * @param unused what it imports and does not name
 * @param everyone the built-in names for everyone that it does not declare itself
 * @param services its services by name, those of the prelude that it does not declare itself, and
 *     those of other modules
 * @param flows its {@code allow} statements
 * @param assertions its {@code assert} statements
 * @param defaults what holds where no flow says anything
 * @param cluster the cluster's address ranges
 * @param namespacesDeclared whether it assumes that only declared namespaces exist
 * @param trust how far it trusts labels
 * @param disjoint its {@code disjoint} statements
 * @param waivers its {@code waive} statements
 * @param emitted what its policies carry beside what is always written
 * @param blocks its {@code foreach} statements
 */
public record ResolvedProgram(
    String module,
    List<PartyDeclaration.Zone> zones,
    List<PartyDeclaration> externals,
    List<PartyDeclaration> unused,
    List<PartyDeclaration.Anyone> everyone,
    SortedMap<String, Service> services,
    List<FlowDeclaration> flows,
    List<AssertionDeclaration> assertions,
    DefaultsDeclaration defaults,
    Cluster cluster,
    boolean namespacesDeclared,
    LabelTrust trust,
    List<DisjointDeclaration> disjoint,
    List<WaiverDeclaration> waivers,
    EmitDeclaration emitted,
    List<ForeachDeclaration> blocks) {
  /** Copies the collections. */
  public ResolvedProgram {
    zones = List.copyOf(zones);
    externals = List.copyOf(externals);
    unused = List.copyOf(unused);
    everyone = List.copyOf(everyone);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    flows = List.copyOf(flows);
    assertions = List.copyOf(assertions);
    disjoint = List.copyOf(disjoint);
    waivers = List.copyOf(waivers);
    blocks = List.copyOf(blocks);
  }

  /** The same program with only these flows and waivers. */
  public ResolvedProgram with(
      List<FlowDeclaration> someFlows, List<WaiverDeclaration> someWaivers) {
    return new ResolvedProgram(
        module,
        zones,
        externals,
        unused,
        everyone,
        services,
        someFlows,
        assertions,
        defaults,
        cluster,
        namespacesDeclared,
        trust,
        disjoint,
        someWaivers,
        emitted,
        blocks);
  }
}
