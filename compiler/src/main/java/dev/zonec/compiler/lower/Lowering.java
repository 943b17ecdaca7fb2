package dev.zonec.compiler.lower;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.DisjointDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PartyDeclaration.Stance;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lowers a resolved program to the model. */
public final class Lowering {
  private Lowering() {}

  /** Lowers {@code program}, and reports zones with too many alternatives. */
  public static LoweredProgram lower(ResolvedProgram program, Problems problems) {
    ZoneChains chains = new ZoneChains(problems);
    List<ZoneSelection> zones = zones(program, chains);
    List<Party.Outside> externals =
        program.externals().stream().map(e -> external(e, program.cluster(), chains)).toList();
    List<Party.Outside> unused =
        program.unused().stream().map(e -> external(e, program.cluster(), chains)).toList();
    Map<String, Party> parties = new LinkedHashMap<>();
    program
        .everyone()
        .forEach(e -> parties.put(e.name(), new Party.Anyone(e.name(), e.addresses(), e.span())));
    zones.forEach(zone -> parties.put(zone.zone().name(), zone.zone()));
    externals.forEach(external -> parties.put(external.name(), external));

    LoweredParties known = new LoweredParties(parties, problems);
    FlowLowering flows = new FlowLowering(known);
    List<Flow> all = new ArrayList<>();
    PatternLowering patterns = new PatternLowering(program, known);
    for (FlowDeclaration flow : program.flows()) {
      Deadline.check();
      all.addAll(patterns.flowsOutside(flows.lower(flow)));
    }
    all.addAll(ImpliedFlows.of(program, zones, parties));
    AssertionLowering assertions = new AssertionLowering(known);
    ZoneProgram model =
        new ZoneProgram(
            program.module(),
            zones.stream().map(ZoneSelection::zone).toList(),
            externals,
            all,
            patterns.claimsOutside(program.assertions().stream().map(assertions::lower).toList()),
            program.defaults().values(),
            program.cluster(),
            program.namespacesDeclared(),
            program.trust(),
            program.disjoint().stream().map(d -> disjoint(d, zones)).toList(),
            program.waivers().stream().map(new WaiverLowering(known)::lower).toList(),
            patterns.patterns(known.parts()));
    Map<Span, FlowDeclaration.Account> accounts = new HashMap<>();
    program.flows().forEach(flow -> accounts.put(flow.span(), flow.account()));
    return new LoweredProgram(model, zones, known.parts(), unused, accounts, program.emitted());
  }

  private static Disjointness disjoint(DisjointDeclaration declared, List<ZoneSelection> zones) {
    Map<String, Party.Zone> byName = new HashMap<>();
    zones.forEach(zone -> byName.put(zone.zone().name(), zone.zone()));
    return new Disjointness(
        declared.zones().stream()
            .map(use -> Objects.requireNonNull(byName.get(use.zone().name())))
            .toList(),
        declared.span());
  }

  private static List<ZoneSelection> zones(ResolvedProgram program, ZoneChains chains) {
    Defaults defaults = program.defaults().values();
    Party.Denied standard = new Party.Denied(defaults.ingressDenied(), defaults.egressDenied());
    Map<String, Party.Denied> denied = new HashMap<>();
    List<ZoneSelection> zones = new ArrayList<>();
    for (PartyDeclaration.Zone declared : program.zones()) {
      PodSelection selection = chains.of(declared);
      boolean nested = declared.nesting() instanceof Nesting.Inside;
      Party.Denied around =
          switch (declared.nesting()) {
            case Nesting.TopLevel() -> standard;
            case Nesting.Inside(var outer) -> denied.getOrDefault(outer.name(), standard);
          };
      Party.Denied own =
          new Party.Denied(
              isDenied(declared.ingress(), around.ingress()),
              isDenied(declared.egress(), around.egress()));
      denied.put(declared.name(), own);
      Party.Zone zone =
          new Party.Zone(declared.name(), selection.pods(), nested, own, declared.span());
      zones.add(new ZoneSelection(declared, zone, selection));
    }
    return zones;
  }

  private static boolean isDenied(Stance stance, boolean around) {
    return switch (stance) {
      case Stance.Unsaid() -> around;
      case Stance.Said(boolean allow, var span) -> !allow;
    };
  }

  private static Party.Outside external(
      PartyDeclaration declared, Cluster cluster, ZoneChains chains) {
    return switch (declared) {
      case PartyDeclaration.Addresses(var name, var blocks, var relay, var open, var span) ->
          new Party.Addresses(name, ExternalBlocks.of(blocks, cluster), relay, span);
      case PartyDeclaration.ForeignPods(var name, var pods, var relay, var span) ->
          new Party.ForeignPods(name, PodSelections.of(pods).pods(), relay, span);
      // Pods of an external can relay, unless the program says otherwise.
      case PartyDeclaration.Imported(var zone) ->
          new Party.ForeignPods(zone.name(), chains.of(zone).pods(), true, zone.span());
      case PartyDeclaration.Zone zone ->
          throw new IllegalArgumentException("not an external: " + zone);
      case PartyDeclaration.Other other ->
          throw new IllegalArgumentException("not an external: " + other);
      case PartyDeclaration.Except part ->
          throw new IllegalArgumentException("not an external: " + part);
      case PartyDeclaration.Anyone anyone ->
          throw new IllegalArgumentException("not an external: " + anyone);
    };
  }
}
