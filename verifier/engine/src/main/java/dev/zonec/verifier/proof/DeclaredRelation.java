package dev.zonec.verifier.proof;

import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** The intent as formulas: the connections that both ends agree to. */
final class DeclaredRelation {
  private final BoxSpace space;
  private final ZoneProgram program;
  private final NamespaceIndex byNamespace;
  private final Map<End, List<Box>> deniedBoxes = new EnumMap<>(End.class);
  private final Map<End, Formula> denied = new EnumMap<>(End.class);
  private final Map<End, Formula> inZones = new EnumMap<>(End.class);
  private final Map<End, IdentityHashMap<Party, Boolean>> sharesDeniedPods =
      new EnumMap<>(End.class);

  DeclaredRelation(BoxSpace space, ZoneProgram program, NamespaceIndex byNamespace) {
    this.space = space;
    this.program = program;
    this.byNamespace = byNamespace;
    for (End end : End.values()) {
      List<Party.Zone> zones = denied(end);
      deniedBoxes.put(end, space.parties(zones));
      denied.put(end, new Formula.Defined(Formula.in(end, zones)));
      inZones.put(end, new Formula.Defined(Formula.in(end, program.zones())));
      sharesDeniedPods.put(end, new IdentityHashMap<>());
    }
  }

  /** Both ends agree to the connection. */
  Formula all() {
    return of(program.flows());
  }

  /** The same for connections that begin ({@code SOURCE}) or end in the namespace. */
  Formula at(End end, int namespace) {
    return of(byNamespace.flows(end, namespace));
  }

  /**
   * A part of what is declared with that end in a zone of the namespace: all that single flows
   * declare which speak for the end. It is about few zones, where the whole is about all of them.
   */
  Formula lowerBoundAt(End end, int namespace) {
    return byNamespace.zones(namespace).stream().anyMatch(zone -> !isDenied(zone, end))
        ? at(end, namespace)
        : new Formula.Any(
            byNamespace.flows(end, namespace).stream()
                .filter(flow -> end == End.SOURCE ? flow.opensEgress() : flow.opensIngress())
                .map(flow -> by(flow, this::isInNoDeniedZone))
                .toList());
  }

  /** The end, a member of {@code party}, is in no zone that is denied; so no flow has to speak. */
  private Formula isInNoDeniedZone(End end, Party party) {
    return Formula.not(
        Formula.in(
            end,
            byNamespace.zonesInNamespacesOf(party).stream()
                .filter(zone -> isDenied(zone, end))
                .toList()));
  }

  /** A flow that speaks for both ends settles it; else each end needs a reason of its own. */
  private Formula of(List<Flow> flows) {
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
    parts.add(isFree(end));
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
  Formula by(Flow flow) {
    return by(flow, this::agreesOrTrue);
  }

  private Formula by(Flow flow, BiFunction<End, Party, Formula> agrees) {
    return Formula.all(
        covers(flow),
        flow.opensEgress() ? Formula.all() : agrees.apply(End.SOURCE, flow.from()),
        flow.opensIngress() ? Formula.all() : agrees.apply(End.DESTINATION, flow.to()));
  }

  /** Nothing is to be asked of a party that shares no pod with a zone that is denied. */
  private Formula agreesOrTrue(End end, Party party) {
    boolean asked =
        memo(sharesDeniedPods, end)
            .computeIfAbsent(
                party,
                p ->
                    space.party(p).stream()
                        .anyMatch(box -> space.intersects(memo(deniedBoxes, end), box)));
    return asked ? agrees(end, program.flows()) : Formula.all();
  }

  /** The end is in a zone. */
  Formula inZones(End end) {
    return memo(inZones, end);
  }

  /** No zone denies the end anything. */
  Formula isFree(End end) {
    return Formula.not(memo(denied, end));
  }

  /** The flow covers the connection. */
  Formula covers(Flow flow) {
    return Formula.all(
        new Formula.InParty(End.SOURCE, flow.from()),
        new Formula.InParty(End.DESTINATION, flow.to()),
        new Formula.InService(flow.service()));
  }

  private static <T> T memo(Map<End, T> of, End end) {
    return Objects.requireNonNull(of.get(end));
  }
}
