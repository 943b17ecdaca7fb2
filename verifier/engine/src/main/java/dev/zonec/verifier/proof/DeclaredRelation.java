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

/**
 * The intent as formulas: a connection is declared if and only if both ends permit it
 * (spec/language.md, The intent).
 *
 * <p>An end permits a connection if no zone denies it in this direction, or if a flow opens this
 * side and covers the connection.
 */
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

  /** Both ends permit the connection. */
  Formula all() {
    return of(program.flows());
  }

  /** Both ends permit the connection, which has its {@code end} in the namespace. */
  Formula at(End end, int namespace) {
    return of(byNamespace.flows(end, namespace));
  }

  /**
   * A sufficient condition for a declared connection whose {@code end} is in a zone of the
   * namespace. It contains fewer zones than the exact condition, so it is faster to decide: one
   * flow opens the side of {@code end} and covers the connection, and at the other end either the
   * same flow opens the side or no zone denies it. If some zone of the namespace does not deny its
   * pods, the condition is exact.
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

  /** The end, a member of {@code party}, is in no zone that denies it. */
  private Formula isInNoDeniedZone(End end, Party party) {
    return Formula.not(
        Formula.in(
            end,
            byNamespace.zonesInNamespacesOf(party).stream()
                .filter(zone -> isDenied(zone, end))
                .toList()));
  }

  /**
   * Both ends permit the connection, if only {@code flows} can cover it. A flow that opens both
   * sides is sufficient; for other flows, each side needs a reason of its own.
   */
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
    parts.add(Formula.all(permits(End.SOURCE, oneSided), permits(End.DESTINATION, oneSided)));
    return new Formula.Any(parts);
  }

  /**
   * No zone denies the connection at {@code end}, or one of {@code flows} opens this side and
   * covers it.
   */
  private Formula permits(End end, List<Flow> flows) {
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

  /** The flow covers the connection, and both ends permit it. */
  Formula by(Flow flow) {
    return by(flow, this::permitsOrTrue);
  }

  private Formula by(Flow flow, BiFunction<End, Party, Formula> permits) {
    return Formula.all(
        covers(flow),
        flow.opensEgress() ? Formula.all() : permits.apply(End.SOURCE, flow.from()),
        flow.opensIngress() ? Formula.all() : permits.apply(End.DESTINATION, flow.to()));
  }

  /**
   * The end, a member of {@code party}, permits the connection. The formula is simply true if the
   * party shares no pod with a zone that denies its pods.
   */
  private Formula permitsOrTrue(End end, Party party) {
    boolean asked =
        memo(sharesDeniedPods, end)
            .computeIfAbsent(
                party,
                p ->
                    space.party(p).stream()
                        .anyMatch(box -> space.intersects(memo(deniedBoxes, end), box)));
    return asked ? permits(end, program.flows()) : Formula.all();
  }

  /** The end is in a zone. */
  Formula inZones(End end) {
    return memo(inZones, end);
  }

  /** No zone denies the end in its direction. */
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
