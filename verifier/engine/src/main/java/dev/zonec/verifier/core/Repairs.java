package dev.zonec.verifier.core;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the elements that would prevent a counterexample. A set of elements from which a claim is
 * proved contains one of them. The concrete semantics evaluates the connections with each element
 * that is about policies; an element whose effect is not evaluated counts as one that prevents.
 *
 * @param base the verification with all elements
 * @param claim the claim
 * @param all all elements
 */
record Repairs(Verification base, Claim claim, List<Element> all) {
  /**
   * Returns sets of elements. Every set from which the claim is proved has a member in common with
   * each of them.
   *
   * @param kept the elements with which {@code counterexample} exists
   */
  List<Set<Element>> of(Counterexample counterexample, Set<Element> kept) {
    List<Set<Element>> sets =
        Elements.requires(claim)
            ? opening(counterexample, kept)
            : List.of(closing(counterexample.hops(), kept));
    Set<Element> left = new LinkedHashSet<>(all);
    left.removeAll(kept);
    return sets.stream().map(set -> set.isEmpty() ? left : set).toList();
  }

  /** Returns the elements that close a connection of {@code hops}, or deny that an end exists. */
  private Set<Element> closing(List<Hop> hops, Set<Element> kept) {
    Set<Element> closing = new LinkedHashSet<>();
    for (Element element : all) {
      if (!kept.contains(element) && closes(element, hops, kept)) {
        closing.add(element);
      }
    }
    return closing;
  }

  private boolean closes(Element element, List<Hop> hops, Set<Element> kept) {
    return switch (element) {
      case Element.Isolation(List<Policy> policies, Direction direction) -> {
        List<Hop> isolated =
            hops.stream()
                .filter(hop -> policies.stream().anyMatch(each -> isolates(each, direction, hop)))
                .toList();
        yield !isolated.isEmpty() && denies(element, isolated, kept);
      }
      case Element.OfCluster rule -> denies(element, hops, kept);
      case Element.Settled settled -> denies(element, hops, kept);
      case Element.Disjoint(var zones) ->
          hops.stream()
              .flatMap(hop -> List.of(hop.from(), hop.to()).stream())
              .anyMatch(
                  end ->
                      zones.first().contains(end.endpoint())
                          && zones.second().contains(end.endpoint()));
      case Element.NoRelay(var external) ->
          hops.stream().skip(1).anyMatch(hop -> external.contains(hop.from().endpoint()));
      case Element.Admission rule -> false;
      case Element.DeclaredNamespaces declared -> true;
      case Element.PodRanges ranges -> true;
      case Element.NodeRanges ranges -> true;
      case Element.Excuse excuse -> true;
    };
  }

  private static boolean isolates(Policy policy, Direction direction, Hop hop) {
    return end(direction, hop.connection()) instanceof Endpoint.Pod pod
        && policy.isolates(pod, direction);
  }

  private static Endpoint end(Direction direction, Connection connection) {
    return direction == Direction.EGRESS ? connection.source() : connection.destination();
  }

  private boolean denies(Element element, List<Hop> hops, Set<Element> kept) {
    Semantics semantics = semantics(kept, element);
    return hops.stream().anyMatch(hop -> !semantics.decide(hop.connection()).isAllowed());
  }

  /**
   * Returns the elements that open the blocked connection: one set for each side that must be open.
   * A flow with {@code any} at one end promises only the other side, so both sides are one set.
   */
  private List<Set<Element>> opening(Counterexample counterexample, Set<Element> kept) {
    Hop hop = counterexample.hops().getFirst();
    List<Set<Element>> sides = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      if (!admits(hop.decision(), direction)) {
        Set<Element> opening = new LinkedHashSet<>();
        for (Element element : all) {
          if (!kept.contains(element) && opens(element, hop, direction, kept)) {
            opening.add(element);
          }
        }
        sides.add(opening);
      }
    }
    if (counterexample instanceof Counterexample.Unreachable || sides.size() == 1) {
      return sides;
    }
    Set<Element> either = new LinkedHashSet<>();
    sides.forEach(either::addAll);
    return List.of(either);
  }

  private boolean opens(Element element, Hop hop, Direction direction, Set<Element> kept) {
    return switch (element) {
      case Element.Admission(List<Policy> policies, Direction side, int index) ->
          side == direction
              && policies.stream().anyMatch(each -> isolates(each, direction, hop))
              && admitsWith(element, hop, direction, kept);
      case Element.OfCluster rule ->
          rule.direction() == direction && admitsWith(element, hop, direction, kept);
      case Element.Settled settled -> admitsWith(element, hop, direction, kept);
      case Element.Disjoint(var zones) -> closes(element, List.of(hop), kept);
      case Element.Isolation isolation -> false;
      case Element.NoRelay external -> false;
      case Element.DeclaredNamespaces declared -> true;
      case Element.PodRanges ranges -> true;
      case Element.NodeRanges ranges -> true;
      case Element.Excuse excuse -> true;
    };
  }

  private boolean admitsWith(Element element, Hop hop, Direction direction, Set<Element> kept) {
    return admits(semantics(kept, element).decide(hop.connection()), direction);
  }

  private static boolean admits(Decision decision, Direction direction) {
    return switch (decision) {
      case Decision.SamePod same -> true;
      case Decision.OwnService own -> true;
      case Decision.Judged(SideDecision egress, SideDecision ingress) ->
          (direction == Direction.EGRESS ? egress : ingress).admits();
    };
  }

  private Semantics semantics(Collection<Element> kept, Element element) {
    Set<Element> without = new HashSet<>(all);
    without.removeAll(kept);
    without.remove(element);
    Verification left =
        new Remainder(base, without).verification().in(CertifiedRun.Addresses.DECLARED);
    return new Semantics(
        left.world(),
        left.may().withPermissive(!Elements.requires(claim)),
        left.program().cluster());
  }
}
