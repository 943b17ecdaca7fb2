package dev.zonec.verifier.proof;

import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The intent and the enforced relation as formulas. What many questions ask for is made once. */
final class Relations {
  private final BoxSpace space;
  private final ZoneProgram program;
  private final World world;
  private final Reading may;
  private final SharedPods shared;
  private final Map<Integer, List<Policy>> policiesByNamespace = new HashMap<>();
  private final Map<End, Map<Integer, List<Flow>>> flowsByNamespace = new EnumMap<>(End.class);
  private final Map<Integer, List<Party.Zone>> zonesByNamespace;
  private final Map<End, List<Box>> deniedBoxes = new EnumMap<>(End.class);
  private final Map<End, Formula> denied = new EnumMap<>(End.class);
  private final Map<End, Formula> inZones = new EnumMap<>(End.class);
  private final Map<End, IdentityHashMap<Party, Boolean>> askedAnyway = new EnumMap<>(End.class);
  private final Formula enforced;
  private final Formula passes;

  /**
   * @param space boxes over the run's vocabulary
   * @param program the program
   * @param world what the manifests declare, every policy among it
   * @param may the permissive reading, with what the user has settled
   * @param shared pods that are taken not to exist
   */
  Relations(BoxSpace space, ZoneProgram program, World world, Reading may, SharedPods shared) {
    this.space = space;
    this.program = program;
    this.world = world;
    this.may = may;
    this.shared = shared;
    for (Policy policy : world.policies()) {
      policiesByNamespace
          .computeIfAbsent(
              space.vocabulary().namespaceIndex(policy.namespace()), n -> new ArrayList<>())
          .add(policy);
    }
    for (End end : End.values()) {
      List<Party.Zone> zones = denied(end);
      deniedBoxes.put(end, space.parties(zones));
      denied.put(end, new Formula.Defined(Formula.in(end, zones)));
      inZones.put(end, new Formula.Defined(Formula.in(end, program.zones())));
      askedAnyway.put(end, new IdentityHashMap<>());
      flowsByNamespace.put(
          end, byNamespace(program.flows(), flow -> end == End.SOURCE ? flow.from() : flow.to()));
    }
    zonesByNamespace = byNamespace(program.zones(), zone -> zone);
    enforced =
        new Formula.Defined(
            Formula.all(
                mayAdmit(Direction.EGRESS, policies()), mayAdmit(Direction.INGRESS, policies())));
    passes = new Formula.Defined(new Passage(space, program).formula(End.SOURCE));
  }

  /** Paths may pass through the source. */
  Formula passes() {
    return passes;
  }

  /** The same where the source is a pod in one of {@code namespaces}, or an address. */
  Formula passesIn(Bits namespaces) {
    return new Passage(space, program).formula(End.SOURCE, zonesIn(namespaces));
  }

  /** The zones that may have pods in some namespaces, each once and in the same order always. */
  private List<Party.Zone> zonesIn(Bits namespaces) {
    Set<Party.Zone> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Party.Zone> zones = new ArrayList<>();
    namespaces.stream()
        .forEach(namespace -> zonesIn(namespace).stream().filter(seen::add).forEach(zones::add));
    return zones;
  }

  /** What has a party in a namespace, by the number of the namespace. */
  private <T> Map<Integer, List<T>> byNamespace(List<T> all, Function<T, Party> party) {
    Map<Integer, List<T>> found = new HashMap<>();
    IdentityHashMap<Party, int[]> known = new IdentityHashMap<>();
    for (T each : all) {
      int[] namespaces =
          known.computeIfAbsent(
              party.apply(each), p -> PartyNamespaces.of(p, space.vocabulary()).stream().toArray());
      for (int namespace : namespaces) {
        found.computeIfAbsent(namespace, n -> new ArrayList<>()).add(each);
      }
    }
    return found;
  }

  BoxSpace space() {
    return space;
  }

  ZoneProgram program() {
    return program;
  }

  World world() {
    return world;
  }

  Reading may() {
    return may;
  }

  SharedPods shared() {
    return shared;
  }

  /** Every NetworkPolicy. */
  List<Policy> policies() {
    return world.policies();
  }

  /** Both ends agree to the connection. */
  Formula declared() {
    return declared(program.flows());
  }

  /** The same for connections that begin ({@code SOURCE}) or end in the namespace. */
  Formula declaredAt(End end, int namespace) {
    return declared(memo(flowsByNamespace, end).getOrDefault(namespace, List.of()));
  }

  /**
   * A part of what is declared with that end in a zone of the namespace: all that single flows
   * declare which speak for the end. It is about few zones, where the whole is about all of them.
   */
  Formula surelyDeclaredAt(End end, int namespace) {
    return zonesIn(namespace).stream().anyMatch(zone -> !isDenied(zone, end))
        ? declaredAt(end, namespace)
        : new Formula.Any(
            memo(flowsByNamespace, end).getOrDefault(namespace, List.of()).stream()
                .filter(flow -> end == End.SOURCE ? flow.opensEgress() : flow.opensIngress())
                .map(this::surelyDeclaredBy)
                .toList());
  }

  private Formula surelyDeclaredBy(Flow flow) {
    return Formula.all(
        covers(flow),
        flow.opensEgress() ? Formula.all() : surelyAgrees(End.SOURCE, flow.from()),
        flow.opensIngress() ? Formula.all() : surelyAgrees(End.DESTINATION, flow.to()));
  }

  /** The end, a member of {@code party}, is in no zone that is denied; so no flow has to speak. */
  private Formula surelyAgrees(End end, Party party) {
    List<Party.Zone> near = zonesIn(PartyNamespaces.of(party, space.vocabulary()));
    return Formula.not(Formula.in(end, near.stream().filter(zone -> isDenied(zone, end)).toList()));
  }

  /** A flow that speaks for both ends settles it; else each end needs a reason of its own. */
  private Formula declared(List<Flow> flows) {
    List<Formula> parts = new ArrayList<>();
    List<Flow> oneSided = new ArrayList<>();
    for (Flow flow : flows) {
      if (flow.opensEgress() && flow.opensIngress()) {
        parts.add(covers(flow));
      } else {
        oneSided.add(flow);
      }
    }
    parts.add(Formula.all(agrees(End.SOURCE, oneSided), agrees(End.DESTINATION, oneSided)));
    return new Formula.Any(parts);
  }

  /** No zone denies it at that end, or one of {@code flows} speaks for that end and covers it. */
  private Formula agrees(End end, List<Flow> flows) {
    List<Formula> parts = new ArrayList<>();
    parts.add(leftFree(end));
    for (Flow flow : flows) {
      if (end == End.SOURCE ? flow.opensEgress() : flow.opensIngress()) {
        parts.add(covers(flow));
      }
    }
    return new Formula.Any(parts);
  }

  private List<Party.Zone> denied(End end) {
    return program.zones().stream().filter(zone -> isDenied(zone, end)).toList();
  }

  private static boolean isDenied(Party.Zone zone, End end) {
    return end == End.SOURCE ? zone.denied().egress() : zone.denied().ingress();
  }

  /** The connections that {@code flow} covers and that both ends agree to. */
  Formula declaredBy(Flow flow) {
    return Formula.all(
        covers(flow),
        flow.opensEgress() ? Formula.all() : agreesAnyway(End.SOURCE, flow.from()),
        flow.opensIngress() ? Formula.all() : agreesAnyway(End.DESTINATION, flow.to()));
  }

  /** Nothing is to be asked of a party that shares no pod with a zone that is denied. */
  private Formula agreesAnyway(End end, Party party) {
    boolean asked =
        memo(askedAnyway, end)
            .computeIfAbsent(
                party,
                p ->
                    space.party(p).stream()
                        .anyMatch(box -> space.meets(memo(deniedBoxes, end), box)));
    return asked ? agrees(end, program.flows()) : Formula.all();
  }

  /** The end is in a zone. */
  Formula inZones(End end) {
    return memo(inZones, end);
  }

  /** The namespaces that zones may have pods in. */
  List<Integer> governed() {
    return zonesByNamespace.keySet().stream().sorted().toList();
  }

  /** The zones that may have pods in the namespace. */
  List<Party.Zone> zonesIn(int namespace) {
    return zonesByNamespace.getOrDefault(namespace, List.of());
  }

  private static <T> T memo(Map<End, T> of, End end) {
    return Objects.requireNonNull(of.get(end));
  }

  /** No zone denies the end anything. */
  Formula leftFree(End end) {
    return Formula.not(memo(denied, end));
  }

  /** The flow covers the connection. */
  Formula covers(Flow flow) {
    return Formula.all(
        new Formula.InParty(End.SOURCE, flow.from()),
        new Formula.InParty(End.DESTINATION, flow.to()),
        new Formula.Opens(flow.service()));
  }

  /** MAY: the policies let the connection through. */
  Formula enforced() {
    return enforced;
  }

  /** MAY: of NetworkPolicies {@code some}, and all others, let the connection through. */
  Formula mayAdmit(Direction direction, List<Policy> some) {
    return new Formula.Admitted(direction, enforcement().withPolicies(some));
  }

  /** MUST: of NetworkPolicies {@code some}, and all others, let the connection through. */
  Formula mustAdmit(Direction direction, List<Policy> some) {
    return new Formula.Admitted(
        direction, enforcement(may.withPermissive(false)).withPolicies(some));
  }

  /** MUST: the policies let the connection through whatever is undefined. */
  Formula enforcedSurely() {
    return Formula.all(
        mustAdmit(Direction.EGRESS, policies()), mustAdmit(Direction.INGRESS, policies()));
  }

  /** The endpoints of any of {@code parties} that may exist. */
  List<Box> members(List<? extends Party> parties) {
    return shared.takenOut(space.parties(parties), space);
  }

  /** All policies under MAY. */
  Enforcement enforcement() {
    return enforcement(may);
  }

  private Enforcement enforcement(Reading reading) {
    return Enforcement.of(world, reading);
  }

  /** The policies of some namespaces: no other says anything about their pods. */
  List<Policy> policiesIn(Bits namespaces) {
    return namespaces.stream()
        .mapToObj(namespace -> policiesByNamespace.getOrDefault(namespace, List.of()))
        .flatMap(List::stream)
        .toList();
  }

  /** The namespaces that pods of {@code boxes} may be in. */
  static Bits namespaces(List<Box> boxes) {
    Bits all = Bits.of();
    for (Box box : boxes) {
      if (box instanceof Box.Pods pods) {
        all = all.or(pods.namespaces());
      }
    }
    return all;
  }
}
