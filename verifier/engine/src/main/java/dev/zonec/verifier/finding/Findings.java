package dev.zonec.verifier.finding;

import dev.zonec.diagnostics.Conclusion;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.finding.Finding.Certainty;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.AcceptedViolation;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns verdicts into findings.
 *
 * @param program the program that was verified
 * @param origins the origins of the policies
 */
public record Findings(ZoneProgram program, PolicyOrigins origins) {
  /**
   * Returns the findings for the claims of {@code result}, in the order of the claims, and then the
   * accepted violations. A failed claim can have several findings.
   */
  public List<Finding> of(VerificationResult result) {
    List<FindingDraft> drafts = new ArrayList<>();
    for (ClaimVerdict each : result.verdicts()) {
      Claim claim = each.claim();
      switch (each.verdict()) {
        case Verdict.Proved proved ->
            drafts.add(FindingDraft.of("holds", claim, id -> new Finding.Holds(id, claim)));
        case Verdict.Waived(var waivers) ->
            drafts.add(
                FindingDraft.of(
                    "waived", claim, id -> new Finding.HoldsWithWaivers(id, claim, waivers)));
        case Verdict.Accepted(var waivers) ->
            drafts.add(
                FindingDraft.of(
                    "accepted", claim, id -> new Finding.HoldsExceptAccepted(id, claim, waivers)));
        case Verdict.Refuted(var counterexamples) ->
            drafts.addAll(violations(claim, counterexamples, Certainty.CERTAIN));
        case Verdict.Inconclusive(var reason, var provisional) -> {
          drafts.addAll(violations(claim, provisional, Certainty.PROVISIONAL));
          boolean moot =
              claim instanceof Claim.NoUndeclaredPath && result.conclusion() == Conclusion.VIOLATED;
          drafts.add(
              moot
                  ? FindingDraft.of("moot", claim, id -> new Finding.Moot(id, claim, reason))
                  : FindingDraft.of(
                      "undecided", claim, id -> new Finding.Inconclusive(id, claim, reason)));
        }
        case Verdict.EmptyParty(var party) -> drafts.add(empty(claim, party));
      }
    }
    for (AcceptedViolation accepted : result.accepted().violations()) {
      violations(accepted.claim(), List.of(accepted.counterexample()), Certainty.CERTAIN).stream()
          .map(draft -> draft.acceptedBy(accepted.acceptance()))
          .forEach(drafts::add);
    }
    return FindingDraft.named(drafts);
  }

  /** Returns the id that a counterexample to {@code claim} has if it is the only one. */
  public FindingId id(Claim claim, Counterexample counterexample) {
    return FindingDraft.named(violations(claim, List.of(counterexample), Certainty.CERTAIN))
        .getFirst()
        .id();
  }

  private static FindingDraft empty(Claim claim, String party) {
    return switch (claim) {
      case Claim.Asserted(Assertion assertion) ->
          FindingDraft.of(
              "empty", claim, id -> new Finding.EmptyAssertion(id, claim, assertion, party));
      case Claim.NoSharedPod(var zones) ->
          FindingDraft.of(
              "empty", claim, id -> new Finding.EmptyDisjointness(id, claim, zones, party));
      case Claim.NoUndeclaredConnection c ->
          throw new IllegalStateException(claim + " has no party");
      case Claim.NoBlockedFlow c -> throw new IllegalStateException(claim + " has no party");
      case Claim.FreeEndsAdmit c -> throw new IllegalStateException(claim + " has no party");
      case Claim.NoUndeclaredPath c -> throw new IllegalStateException(claim + " has no party");
    };
  }

  private List<FindingDraft> violations(
      Claim claim, List<Counterexample> counterexamples, Certainty certainty) {
    List<FindingDraft> drafts = new ArrayList<>();
    List<Counterexample.UndeclaredPath> paths = new ArrayList<>();
    for (Counterexample counterexample : counterexamples) {
      switch (counterexample) {
        case Counterexample.UndeclaredPath path -> paths.add(path);
        case Counterexample.UndeclaredConnection(Hop hop) ->
            drafts.add(undeclared(claim, hop, certainty));
        case Counterexample.BlockedFlow(Hop hop, var flow) -> {
          FindingHop found = found(1, hop);
          drafts.add(
              FindingDraft.of(
                      ViolationKind.BLOCKED_FLOW.id(),
                      claim,
                      id -> new Finding.BlockedFlow(id, claim, certainty, flow, found))
                  .about(flow.toString())
                  .about(List.of(found)));
        }
        case Counterexample.BlockedConnection(Hop hop) -> {
          FindingHop found = found(1, hop);
          drafts.add(
              FindingDraft.of(
                      ViolationKind.BLOCKED_CONNECTION.id(),
                      claim,
                      id -> new Finding.BlockedConnection(id, claim, certainty, found))
                  .about(List.of(found)));
        }
        case Counterexample.BrokenAssertion(Assertion assertion, var hops) ->
            drafts.add(broken(claim, assertion, hops, certainty));
        case Counterexample.Unreachable(Assertion.Reachable assertion, Hop hop) -> {
          FindingHop found = found(1, hop);
          drafts.add(
              FindingDraft.of(
                      ViolationKind.UNREACHABLE.id(),
                      claim,
                      id -> new Finding.Unreachable(id, claim, certainty, assertion, found))
                  .about(List.of(found)));
        }
        case Counterexample.SharedPod(var zones, var workload) ->
            drafts.add(
                FindingDraft.of(
                        ViolationKind.SHARED_POD.id(),
                        claim,
                        id -> new Finding.SharedPod(id, claim, certainty, zones, workload))
                    .about(workload.label()));
      }
    }
    if (!paths.isEmpty()) {
      drafts.add(undeclaredPaths(claim, paths, certainty));
    }
    return FindingDraft.distinct(drafts);
  }

  private FindingDraft undeclared(Claim claim, Hop hop, Certainty certainty) {
    FindingHop found = found(1, hop);
    return FindingDraft.of(
            ViolationKind.UNDECLARED_CONNECTION.id(),
            claim,
            id -> new Finding.UndeclaredConnection(id, claim, certainty, found))
        .about(List.of(found));
  }

  private FindingDraft broken(
      Claim claim, Assertion assertion, List<Hop> path, Certainty certainty) {
    List<FindingHop> hops = found(path);
    return FindingDraft.of(
            ViolationKind.BROKEN_ASSERTION.id(),
            claim,
            id -> new Finding.BrokenAssertion(id, claim, certainty, assertion, hops))
        .about(hops);
  }

  private FindingDraft undeclaredPaths(
      Claim claim, List<Counterexample.UndeclaredPath> paths, Certainty certainty) {
    Counterexample.UndeclaredPath shown =
        paths.stream().min(Comparator.comparingInt(path -> path.hops().size())).orElseThrow();
    List<Finding.UndeclaredPaths.Pair> pairs =
        paths.stream()
            .map(path -> new Finding.UndeclaredPaths.Pair(path.from(), path.to()))
            .toList();
    List<FindingHop> hops = found(shown.hops());
    FindingDraft draft =
        FindingDraft.of(
            ViolationKind.UNDECLARED_PATHS.id(),
            claim,
            id -> new Finding.UndeclaredPaths(id, claim, certainty, pairs, hops));
    return pairs.stream()
        .map(pair -> pair.from() + " ~> " + pair.to())
        .sorted()
        .reduce(draft, FindingDraft::about, (one, other) -> other);
  }

  private List<FindingHop> found(List<Hop> hops) {
    return IntStream.range(0, hops.size()).mapToObj(i -> found(i + 1, hops.get(i))).toList();
  }

  private FindingHop found(int number, Hop hop) {
    return FindingHop.of(number, hop, program, origins);
  }
}
