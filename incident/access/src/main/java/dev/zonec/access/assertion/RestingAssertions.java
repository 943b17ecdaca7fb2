package dev.zonec.access.assertion;

import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.escalation.SubjectPowers;
import dev.zonec.access.power.Scope;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides which assertions of a program rest on a subject. */
public final class RestingAssertions {

  private final List<Assertion> assertions;
  private final Map<String, Namespace> namespaces = new TreeMap<>();
  private final boolean policiesSelectNamespaces;

  /** Creates the decisions for the assertions of {@code program}. */
  public RestingAssertions(ZoneProgram program, World world) {
    List<Assertion> all = new ArrayList<>(program.assertions());
    program.patterns().forEach(pattern -> all.addAll(pattern.claims()));
    this.assertions = List.copyOf(all);
    world.namespaces().forEach(each -> namespaces.put(each.name(), each));
    this.policiesSelectNamespaces = selectNamespaces(world);
  }

  /** Returns the names of all assertions, in the order of the program. */
  public List<String> names() {
    return assertions.stream().map(Assertion::name).distinct().toList();
  }

  /** Returns the names of the assertions that rest on {@code powers}. */
  public List<String> restingOn(SubjectPowers powers) {
    return assertions.stream()
        .filter(each -> powers.powers().stream().anyMatch(held -> rests(each, held)))
        .map(Assertion::name)
        .distinct()
        .toList();
  }

  private boolean rests(Assertion assertion, PowerHeld held) {
    return switch (held.power()) {
      case CLUSTER_POLICIES, ADMISSION -> true;
      case EVERYTHING, POLICIES -> policies(assertion, held.scope());
      case NAMESPACE_LABELS -> policiesSelectNamespaces || selectsNamespaces(assertion);
      case WORKLOADS -> anyTerm(assertion, held.scope(), false);
      case POD_LABELS -> anyTerm(assertion, held.scope(), true);
    };
  }

  private boolean policies(Assertion assertion, Scope scope) {
    return !(scope instanceof Scope.Within)
        || isOpen(assertion)
        || anyTerm(assertion, scope, false);
  }

  /** Whether the policies of a namespace without a zone of the assertion can break it too. */
  private static boolean isOpen(Assertion assertion) {
    boolean kind =
        switch (assertion) {
          case Assertion.NoPath path -> true;
          case Assertion.Isolated isolated -> true;
          case Assertion.Only only -> only.among().isEmpty();
          case Assertion.Never never -> false;
          case Assertion.Reachable reachable -> false;
          case Assertion.TiersAdjacent tiers -> false;
        };
    return kind
        || assertion.parties().stream()
            .anyMatch(party -> party instanceof Party.Anyone || party instanceof Party.Others);
  }

  /**
   * Whether a party of the assertion may have pods in {@code scope}.
   *
   * @param byLabels whether only terms count that select pods by labels
   */
  private boolean anyTerm(Assertion assertion, Scope scope, boolean byLabels) {
    return terms(assertion)
        .filter(term -> !byLabels || !term.pods().selectsEverything())
        .anyMatch(term -> mayContain(term.namespaces(), scope));
  }

  private static Stream<PodSet.Term> terms(Assertion assertion) {
    return assertion.parties().stream()
        .flatMap(
            party ->
                switch (party) {
                  case Party.Zone zone -> zone.pods().terms().stream();
                  case Party.ForeignPods foreign -> foreign.pods().terms().stream();
                  case Party.Others others -> others.pods().terms().stream();
                  case Party.Anyone anyone -> Stream.empty();
                  case Party.Addresses addresses -> Stream.empty();
                });
  }

  private boolean mayContain(NamespaceSet set, Scope scope) {
    if (!(scope instanceof Scope.Within(String name))) {
      return true;
    }
    Namespace namespace = namespaces.getOrDefault(name, Namespace.undeclared(name));
    return set.contains(namespace)
        || (!namespace.declared()
            && switch (set) {
              case NamespaceSet.Named named -> named.names().contains(name);
              case NamespaceSet.Selected selected -> true;
            });
  }

  private static boolean selectsNamespaces(Assertion assertion) {
    return terms(assertion)
        .anyMatch(
            term ->
                switch (term.namespaces()) {
                  case NamespaceSet.Named named -> isChangeable(named.labels());
                  case NamespaceSet.Selected selected -> isChangeable(selected.labels());
                });
  }

  private static boolean isChangeable(Selector labels) {
    return labels.requirements().stream()
        .anyMatch(each -> !each.key().equals(Namespace.NAME_LABEL));
  }

  /** Whether a policy selects namespaces by labels that can be changed. */
  private static boolean selectNamespaces(World world) {
    return !world.clusterPolicies().isEmpty()
        || world.policies().stream()
            .flatMap(
                policy ->
                    Stream.of(Direction.values()).flatMap(each -> policy.rules(each).stream()))
            .flatMap(rule -> rule.peers().stream())
            .anyMatch(
                peer ->
                    peer instanceof Peer.Pods pods
                        && pods.namespaces() instanceof Peer.Namespaces.Matching matching
                        && isChangeable(matching.labels()));
  }
}
