package dev.zonec.verifier.proof;

import dev.zonec.model.program.Defaults;
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
  /** Some flow declares the connection, or the defaults leave both ends free. */
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

  private Formula declared(List<Flow> flows) {
    List<Formula> parts = new ArrayList<>();
    for (Flow flow : flows) {
      parts.add(covers(flow));
    }
    Defaults defaults = program.defaults();
    parts.add(
        Formula.all(
            free(End.SOURCE, defaults.egressDenied()),
            free(End.DESTINATION, defaults.ingressDenied())));
    return new Formula.Any(parts);
  }

  private Formula free(End end, boolean denied) {
    return denied ? Formula.not(Formula.in(end, program.zones())) : Formula.all();
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
