package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.AcceptedEnd;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.accepted.Extent.Admission;
import dev.zonec.verifier.accepted.Extent.Cause;
import dev.zonec.verifier.accepted.RuleIdentity;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The extent that somebody accepts together with a counterexample. It covers the counterexample
 * itself, which {@link AcceptedRegions} relies on to make progress.
 *
 * @param program the program
 * @param named the names of the namespaces that manifests or the program name
 */
public record Extents(ZoneProgram program, Set<String> named) {
  /** Copies the set. */
  public Extents {
    named = Set.copyOf(named);
  }

  /** Returns the extent of {@code counterexample}. */
  public Extent of(Counterexample counterexample) {
    return switch (counterexample) {
      case Counterexample.UndeclaredConnection(Hop hop) -> connections(hop, rules(hop));
      case Counterexample.BlockedFlow(Hop hop, Flow flow) ->
          new Extent.BlockedFlow(flow.toString());
      case Counterexample.BlockedConnection(Hop hop) -> blocked(hop);
      case Counterexample.UndeclaredPath(String from, String to, List<Hop> hops) ->
          new Extent.Paths(from, to, hops.size());
      case Counterexample.BrokenAssertion(Assertion.NoPath claim, List<Hop> hops) ->
          new Extent.Paths(
              first(claim.from(), hops.getFirst().from().endpoint()),
              first(claim.to(), hops.getLast().to().endpoint()),
              hops.size());
      case Counterexample.BrokenAssertion(Assertion claim, List<Hop> hops) ->
          connections(hops.getFirst(), cause(hops.getFirst()));
      case Counterexample.Unreachable(var claim, Hop hop) -> blocked(hop);
      case Counterexample.SharedPod(var zones, var workload) ->
          new Extent.SharedPod(workload.label());
    };
  }

  private static String first(List<Party> parties, Endpoint endpoint) {
    return parties.stream()
        .filter(party -> party.contains(endpoint))
        .map(Party::name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no party contains " + endpoint));
  }

  private Extent blocked(Hop hop) {
    return new Extent.BlockedConnections(end(hop.from().endpoint()), end(hop.to().endpoint()));
  }

  private Extent connections(Hop hop, Cause cause) {
    return new Extent.Connections(end(hop.from().endpoint()), end(hop.to().endpoint()), cause);
  }

  private AcceptedEnd end(Endpoint endpoint) {
    return new AcceptedEnd(
        EndParties.of(endpoint, program),
        endpoint instanceof Endpoint.Pod pod
            ? Optional.of(
                named.contains(pod.namespace().name())
                    ? pod.namespace().name()
                    : AcceptedEnd.ELSEWHERE)
            : Optional.empty());
  }

  private Cause cause(Hop hop) {
    if (new Intent(program).declares(hop.connection())) {
      Optional<Flow> flow =
          program.flows().stream()
              .filter(each -> Intent.covers(each, hop.connection()))
              .findFirst();
      if (flow.isPresent()) {
        return new Cause.ByFlow(flow.get().written());
      }
    }
    return rules(hop);
  }

  private static Cause rules(Hop hop) {
    return switch (hop.decision()) {
      case Decision.Judged(SideDecision egress, SideDecision ingress) ->
          new Cause.ByRules(
              admission(Direction.EGRESS, egress), admission(Direction.INGRESS, ingress));
      // Proofs are about two different pods that are connected directly, so these do not occur.
      case Decision.SamePod same ->
          new Cause.ByRules(new Admission.Unrestricted(), new Admission.Unrestricted());
      case Decision.OwnService own ->
          new Cause.ByRules(new Admission.Unrestricted(), new Admission.Unrestricted());
    };
  }

  private static Admission admission(Direction direction, SideDecision side) {
    return switch (side.decisive()) {
      case SideDecision.Admitted(List<RuleMatch> by) -> {
        RuleMatch first = by.getFirst();
        yield new Admission.ByRule(
            RuleIdentity.withSubject(direction, first.policy(), first.rule()));
      }
      case SideDecision.Decided(ClusterMatch by, var tied) ->
          new Admission.ByRule(RuleIdentity.withSubject(direction, by.policy(), by.rule()));
      case SideDecision.NotAPod nothing -> new Admission.Unrestricted();
      case SideDecision.OnHostNetwork host -> new Admission.Unrestricted();
      case SideDecision.NotIsolated free -> new Admission.Unrestricted();
      case SideDecision.OwnNode own -> new Admission.Unrestricted();
      case SideDecision.Undefined undefined -> new Admission.Unrestricted();
      case SideDecision.Blocked blocked -> new Admission.Unrestricted();
      case SideDecision.Passed passed ->
          throw new IllegalStateException("a decision that passes is not decisive");
    };
  }
}
