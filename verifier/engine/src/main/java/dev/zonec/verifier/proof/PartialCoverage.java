package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits verdicts to what is known if the policies of only some namespaces were read
 * (spec/verification.md, A cluster read in part).
 *
 * <p>A NetworkPolicy applies only to pods of its own namespace. Pods of a namespace that was not
 * read are treated as not isolated, so they admit as much as possible. A claim that something is
 * impossible is therefore proved for the whole cluster. A counterexample that needs such a pod to
 * admit a connection is not certain, because a policy that was not read may deny it. A claim that
 * such a pod must admit something is not proved.
 *
 * @param world the world
 * @param coverage the namespaces whose policies were read
 * @param relations the relations of the run, over {@link #policies}
 */
record PartialCoverage(World world, Coverage coverage, Relations relations) {
  private static final int MOST_NAMED = 3;

  /**
   * Returns the policies that verdicts can rely on. No policy of a namespace that was not read
   * counts, even if it is known from elsewhere, because the namespace can have more policies.
   */
  static List<Policy> policies(World world, Coverage coverage) {
    return world.policies().stream().filter(policy -> coverage.knows(policy.namespace())).toList();
  }

  /** Returns the verdict as far as the policies that were read support it. */
  ClaimVerdict limited(ClaimVerdict decided) {
    // Whether zones share pods depends on selectors and workloads, not on policies.
    if (coverage instanceof Coverage.Whole || decided.claim() instanceof Claim.NoSharedPod) {
      return decided;
    }
    return switch (decided.verdict()) {
      case Verdict.Proved proved ->
          new ClaimVerdict(decided.claim(), proved(decided.claim(), proved));
      case Verdict.Waived waived ->
          new ClaimVerdict(decided.claim(), proved(decided.claim(), waived));
      case Verdict.Accepted accepted ->
          new ClaimVerdict(decided.claim(), proved(decided.claim(), accepted));
      case Verdict.Refuted(var counterexamples) ->
          new ClaimVerdict(decided.claim(), refuted(counterexamples));
      case Verdict.Inconclusive inconclusive -> decided;
      case Verdict.EmptyParty empty -> decided;
    };
  }

  private Verdict proved(Claim claim, Verdict proved) {
    // A Baseline rule applies to pods that no NetworkPolicy isolates. A policy that was not read
    // can
    // isolate such a pod and then allow more.
    if (!relations.rules().tier(TierName.BASELINE).levels().isEmpty()) {
      return new Verdict.Inconclusive(
          "baseline policies depend on policies that were not read", List.of());
    }
    SortedSet<String> unread = unread(mustAdmit(claim));
    return unread.isEmpty() ? proved : new Verdict.Inconclusive(reason(unread), List.of());
  }

  /** Returns the namespaces of the pods that must admit connections for the claim to hold. */
  private Bits mustAdmit(Claim claim) {
    return switch (claim) {
      case Claim.NoBlockedFlow missing ->
          namespaces(
              relations.program().flows().stream()
                  .flatMap(flow -> Stream.of(flow.from(), flow.to())));
      // The claim is about every pod that is in no zone.
      case Claim.FreeEndsAdmit free -> Bits.all(vocabulary().namespaceCount());
      case Claim.Asserted(Assertion.Reachable reachable) ->
          namespaces(Stream.concat(reachable.from().stream(), reachable.to().stream()));
      case Claim.NoUndeclaredConnection noExtra -> Bits.of();
      case Claim.NoUndeclaredPath path -> Bits.of();
      case Claim.NoSharedPod shared -> Bits.of();
      case Claim.Asserted asserted -> Bits.of();
    };
  }

  private Bits namespaces(Stream<? extends Party> parties) {
    return parties
        .distinct()
        .map(party -> PartyNamespaces.of(party, vocabulary()))
        .reduce(Bits.of(), Bits::or);
  }

  private Vocabulary vocabulary() {
    return relations.space().vocabulary();
  }

  private Verdict refuted(List<Counterexample> counterexamples) {
    List<Counterexample> real =
        counterexamples.stream().filter(each -> unread(each).isEmpty()).toList();
    if (!real.isEmpty()) {
      return new Verdict.Refuted(real);
    }
    SortedSet<String> unread = new TreeSet<>();
    counterexamples.forEach(each -> unread.addAll(unread(each)));
    return new Verdict.Inconclusive(reason(unread), counterexamples);
  }

  /**
   * Returns the namespaces that were not read and whose policies could invalidate the
   * counterexample.
   */
  private SortedSet<String> unread(Counterexample counterexample) {
    return switch (counterexample) {
      case Counterexample.UndeclaredConnection(Hop hop) -> unread(Stream.of(hop));
      case Counterexample.UndeclaredPath path -> unread(path.hops().stream());
      case Counterexample.BrokenAssertion broken -> unread(broken.hops().stream());
      // A policy that was read blocks the connection, and no other NetworkPolicy can undo this.
      // But if a Baseline rule blocks it, a policy that isolates the pod would take precedence.
      case Counterexample.BlockedFlow(Hop hop, var flow) -> unreadBaseline(hop);
      case Counterexample.BlockedConnection(Hop hop) -> unreadBaseline(hop);
      case Counterexample.Unreachable(var assertion, Hop hop) -> unreadBaseline(hop);
      case Counterexample.SharedPod both -> new TreeSet<>();
    };
  }

  private SortedSet<String> unreadBaseline(Hop hop) {
    return isBaselines(hop) ? unread(Stream.of(hop)) : new TreeSet<>();
  }

  private static boolean isBaselines(Hop hop) {
    return hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        && Stream.of(egress, ingress)
            .map(SideDecision::decisive)
            .filter(side -> !side.admits())
            .allMatch(
                side ->
                    side instanceof SideDecision.Decided decided
                        && decided.by().policy().tier() == Tier.BASELINE);
  }

  private SortedSet<String> unread(Stream<Hop> hops) {
    return hops.flatMap(hop -> Stream.of(hop.from(), hop.to()))
        .map(witness -> witness.endpoint())
        .filter(Endpoint.Pod.class::isInstance)
        .map(endpoint -> ((Endpoint.Pod) endpoint).namespace().name())
        .filter(name -> !coverage.knows(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SortedSet<String> unread(Bits namespaces) {
    SortedSet<String> unread = new TreeSet<>();
    namespaces.stream()
        .forEach(
            index -> {
              if (!vocabulary().isNamed(index)) {
                if (!coverage.knowsUnnamed()) {
                  unread.add("");
                }
                return;
              }
              String name = vocabulary().namespaces().get(index).namespace().name();
              if (!coverage.knows(name)) {
                unread.add(name);
              }
            });
    return unread;
  }

  private static String reason(SortedSet<String> unread) {
    List<String> named =
        unread.stream().filter(name -> !name.isEmpty()).map(name -> "`" + name + "`").toList();
    if (named.isEmpty()) {
      return "the policies of other namespaces were not read";
    }
    return "the policies of "
        + (named.size() == 1 ? "namespace " : "namespaces ")
        + ShortList.of(named, MOST_NAMED)
        + " were not read";
  }
}
