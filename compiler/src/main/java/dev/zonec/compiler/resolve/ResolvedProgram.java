package dev.zonec.compiler.resolve;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.LabelTrust;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program with resolved names.
 *
 * @param module the name of its module
 * @param zones its zones, each after its outer zone
 * @param externals its externals, those of the prelude that it does not replace, and parties of
 *     other modules that its flows and assertions name
 * @param unused the imported parties that it does not name
 * @param everyone {@code any} and {@code any-pod}, unless it declares these names
 * @param services all services by name, including those of the prelude and of imports
 * @param flows its {@code allow} statements
 * @param assertions its {@code assert} statements
 * @param defaults its {@code defaults}
 * @param cluster the address ranges of the cluster
 * @param namespacesDeclared whether it assumes that only declared namespaces exist
 * @param trust the declared trust in labels
 * @param disjoint its {@code disjoint} statements
 * @param waivers its {@code waive} statements
 * @param emitted the labels and annotations of its {@code emit} statement
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

  /** Returns a copy with other flows and waivers. */
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
