package dev.zonec.verifier.proof;

import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * The intent and the enforced relation as formulas.
 *
 * @param space boxes over the run's vocabulary
 * @param program the program
 * @param policies every policy
 * @param may the permissive reading, with what the user has settled
 */
record Relations(BoxSpace space, ZoneProgram program, List<Policy> policies, Reading may) {
  /** Both ends agree to the connection. */
  Formula declared() {
    return declared(program.flows());
  }

  /** The same for connections that begin ({@code SOURCE}) or end in the namespace. */
  Formula declaredAt(End end, int namespace) {
    List<Flow> flows = new ArrayList<>();
    for (Flow flow : program.flows()) {
      Party party = end == End.SOURCE ? flow.from() : flow.to();
      if (namespaces(space.party(party)).contains(namespace)) {
        flows.add(flow);
      }
    }
    return declared(flows);
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
    parts.add(Formula.not(Formula.in(end, denied(end))));
    for (Flow flow : flows) {
      if (end == End.SOURCE ? flow.opensEgress() : flow.opensIngress()) {
        parts.add(covers(flow));
      }
    }
    return new Formula.Any(parts);
  }

  private List<Party.Zone> denied(End end) {
    return program.zones().stream()
        .filter(zone -> end == End.SOURCE ? zone.denied().egress() : zone.denied().ingress())
        .toList();
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
    List<Party.Zone> denied = denied(end);
    return space.and(space.party(party), space.parties(denied)).isEmpty()
        ? Formula.all()
        : agrees(end, program.flows());
  }

  /** No zone denies the end anything. */
  Formula leftFree(End end) {
    return Formula.not(Formula.in(end, denied(end)));
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
    return Formula.all(mayAdmit(Direction.EGRESS, policies), mayAdmit(Direction.INGRESS, policies));
  }

  Formula mayAdmit(Direction direction, List<Policy> some) {
    return new Formula.Admitted(direction, some, blocksMatchPods());
  }

  Formula mustAdmit(Direction direction, List<Policy> some) {
    boolean blocks = may.withPermissive(false).isPermissive(Knob.IPBLOCK_MATCHES_PODS);
    return new Formula.Admitted(direction, some, blocks);
  }

  /** MUST: the policies let the connection through whatever is undefined. */
  Formula enforcedSurely() {
    return Formula.all(
        mustAdmit(Direction.EGRESS, policies), mustAdmit(Direction.INGRESS, policies));
  }

  boolean blocksMatchPods() {
    return may.isPermissive(Knob.IPBLOCK_MATCHES_PODS);
  }

  /** The policies of some namespaces: no other says anything about their pods. */
  List<Policy> policiesIn(Bits namespaces) {
    return policies.stream()
        .filter(
            policy -> namespaces.contains(space.vocabulary().namespaceIndex(policy.namespace())))
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
