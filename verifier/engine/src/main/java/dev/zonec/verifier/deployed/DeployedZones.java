package dev.zonec.verifier.deployed;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.HiddenPods;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the zones of a program that contain no pod of the manifests. Claims are about every pod
 * that could exist, so a proof about a zone without deployed pods says nothing about what is
 * deployed.
 *
 * <p>A zone counts as empty only if the manifests show its namespaces, because a program can govern
 * more namespaces than one repository contains. If the manifests show nothing of a namespace, the
 * zone counts as empty only if a namespace without a zone has a similar name or pods with the
 * zone's labels, or if the manifests show no namespace of the program at all. See {@code
 * spec/verification.md}, "Vacuous assertions".
 */
public final class DeployedZones {
  private final ZoneProgram program;
  private final World world;
  private final List<HiddenPods> hidden;
  private final boolean completelyRead;
  private final ZoneSuggestions suggestions;
  private final Map<Party.Zone, ZoneOccupancy> occupancies = new HashMap<>();

  private DeployedZones(
      ZoneProgram program, World world, List<HiddenPods> hidden, Coverage coverage) {
    this.program = program;
    this.world = world;
    this.hidden = hidden;
    this.completelyRead = coverage instanceof Coverage.Whole;
    this.suggestions = ZoneSuggestions.of(program, world);
  }

  /** Returns a help text: what {@code zone}, which is empty, was probably meant to select. */
  public static Optional<String> suggestion(ZoneProgram program, World world, Party.Zone zone) {
    return ZoneSuggestions.of(program, world).of(zone);
  }

  /**
   * Examines the zones of {@code program}.
   *
   * @param hidden the objects that create pods which no manifest shows
   * @param coverage how much of a cluster was read
   */
  public static DeployedZones of(
      ZoneProgram program, World world, List<HiddenPods> hidden, Coverage coverage) {
    DeployedZones zones = new DeployedZones(program, world, hidden, coverage);
    if (!world.workloads().isEmpty()) {
      program.zones().forEach(zone -> zones.occupancies.put(zone, zones.occupancy(zone)));
      boolean nothingShown =
          zones.occupancies.values().stream().allMatch(each -> each == ZoneOccupancy.NOT_SHOWN);
      if (nothingShown && zones.completelyRead) {
        zones.occupancies.replaceAll((zone, occupancy) -> ZoneOccupancy.EMPTY);
      }
    }
    return zones;
  }

  /**
   * Returns a warning for each empty zone, except for a nested zone if the warning about another
   * zone covers its namespaces.
   *
   * @param explained a namespace that another warning is about already; zones whose pods are
   *     probably in it get no warning
   */
  public List<Diagnostic> warnings(Optional<String> explained) {
    List<Diagnostic> warnings = new ArrayList<>();
    for (Party.Zone zone : program.zones()) {
      boolean reported = explained.isPresent() && suggestions.namespace(zone).equals(explained);
      if (isEmpty(zone) && !reported && !(zone.nested() && followsFromAnother(zone))) {
        warnings.add(warning(zone));
      }
    }
    return warnings;
  }

  private boolean followsFromAnother(Party.Zone zone) {
    return program.zones().stream()
        .anyMatch(
            outer ->
                !outer.nested()
                    && isEmpty(outer)
                    && !ZoneNamespaces.named(outer).isEmpty()
                    && ZoneNamespaces.named(outer).containsAll(ZoneNamespaces.named(zone)));
  }

  private Diagnostic warning(Party.Zone zone) {
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0536, zone.span(), "no pod of the manifests is in zone `" + zone.name() + "`");
    Optional<String> help = suggestions.of(zone);
    if (help.isPresent()) {
      return warning.help(help.get());
    }
    return warning.note(
        suggestions
            .labels(zone)
            .orElse("the manifests contain no workload in a namespace of the zone"));
  }

  /**
   * Whether an assertion concerns no pod of the manifests because all zones of one of its sides are
   * empty. A {@code foreach} has one assertion with this name for each namespace; they are examined
   * together.
   */
  public boolean isVacuous(Assertion assertion) {
    List<Assertion> instances =
        Stream.concat(Stream.of(assertion), program.assertions().stream())
            .filter(each -> each.name().equals(assertion.name()))
            .distinct()
            .toList();
    // No manifest shows anything of namespaces to come, so the declared namespaces decide.
    return instances.stream().anyMatch(each -> isVacuous(each, this::isEmpty))
        && instances.stream()
            .allMatch(each -> isVacuous(each, zone -> isEmpty(zone) || isNotShown(zone)));
  }

  private static boolean isVacuous(Assertion assertion, Predicate<Party.Zone> empty) {
    return switch (assertion) {
      case Assertion.Never claim -> allEmpty(claim.from(), empty) || allEmpty(claim.to(), empty);
      case Assertion.NoPath claim -> allEmpty(claim.from(), empty) || allEmpty(claim.to(), empty);
      case Assertion.Reachable claim ->
          allEmpty(claim.from(), empty) || allEmpty(claim.to(), empty);
      case Assertion.Only claim -> allEmpty(claim.to(), empty) || allEmpty(claim.among(), empty);
      case Assertion.Isolated claim -> allEmpty(claim.zones(), empty);
      case Assertion.TiersAdjacent claim ->
          claim.tiers().stream().filter(tier -> !allEmpty(tier.zones(), empty)).count() < 2;
    };
  }

  private static boolean allEmpty(List<? extends Party> parties, Predicate<Party.Zone> empty) {
    return !parties.isEmpty()
        && parties.stream().allMatch(party -> party instanceof Party.Zone zone && empty.test(zone));
  }

  private boolean isNotShown(Party.Zone zone) {
    return !world.workloads().isEmpty()
        && occupancies.computeIfAbsent(zone, this::occupancy) == ZoneOccupancy.NOT_SHOWN;
  }

  /**
   * Whether {@code zone} is empty. A part of a zone, such as {@code {shop except web}}, is examined
   * like a zone.
   */
  private boolean isEmpty(Party.Zone zone) {
    return !world.workloads().isEmpty()
        && occupancies.computeIfAbsent(zone, this::occupancy) == ZoneOccupancy.EMPTY;
  }

  private ZoneOccupancy occupancy(Party.Zone zone) {
    if (world.workloads().stream().anyMatch(workload -> mayBeIn(zone, workload))) {
      return ZoneOccupancy.FILLED;
    }
    if (hidden.stream().anyMatch(object -> ZoneNamespaces.mayContain(zone, namespace(object)))) {
      return ZoneOccupancy.HIDDEN;
    }
    boolean shown =
        world.workloads().stream().anyMatch(w -> ZoneNamespaces.contains(zone, w.pod().namespace()))
            || (completelyRead
                && world.namespaces().stream()
                    .anyMatch(n -> n.declared() && ZoneNamespaces.contains(zone, n)));
    return shown || suggestions.namespace(zone).isPresent()
        ? ZoneOccupancy.EMPTY
        : ZoneOccupancy.NOT_SHOWN;
  }

  private static boolean mayBeIn(Party.Zone zone, Workload workload) {
    for (PodSet.Term term : zone.pods().terms()) {
      if (ZoneNamespaces.mayContain(term.namespaces(), workload.pod().namespace())
          && term.pods().matches(workload.pod().labels())) {
        return true;
      }
    }
    return false;
  }

  private Namespace namespace(HiddenPods object) {
    return world.namespaces().stream()
        .filter(namespace -> namespace.name().equals(object.namespace()))
        .findFirst()
        .orElseGet(() -> Namespace.undeclared(object.namespace()));
  }
}
