package dev.zonec.application.adversary;

import dev.zonec.application.adversary.AdversaryOutcome.Deletion;
import dev.zonec.application.adversary.AdversaryOutcome.Deletions;
import dev.zonec.application.adversary.AdversaryOutcome.Row;
import dev.zonec.application.adversary.AdversaryOutcome.Undecided;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves the assertions of a variant again against each adversary, and without each policy.
 *
 * <p>What is not decided at the deadline of the verification is open.
 */
public final class TryAdversaries {
  private static final String NO_TIME = "the time ran out";

  private final AdversaryRequest request;
  private final Verification base;
  private final Findings findings;
  private final Verdicts unchanged;
  private final List<Assertion> assertions;

  private TryAdversaries(AdversaryRequest request) {
    VariantOutcome.Verified verified = request.verified();
    this.request = request;
    this.base = verified.verification();
    this.findings = new Findings(verified.program(), verified.origins());
    this.unchanged = Verdicts.of(verified.result(), findings);
    this.assertions = unchanged.assertions();
  }

  /** Returns what the adversaries of {@code request} do. */
  public static AdversaryOutcome of(AdversaryRequest request) {
    TryAdversaries tries = new TryAdversaries(request);
    return tries.assertions.isEmpty()
        ? new AdversaryOutcome.NoAssertions()
        : new AdversaryOutcome.Tried(
            request.adversaries(),
            tries.rows(),
            request.deletions() ? tries.deletions() : List.of());
  }

  private List<Row> rows() {
    List<List<AdversaryResult>> columns = request.adversaries().stream().map(this::column).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < assertions.size(); i++) {
      int row = i;
      rows.add(
          new Row(assertions.get(i), columns.stream().map(column -> column.get(row)).toList()));
    }
    return rows;
  }

  private List<AdversaryResult> column(Adversary adversary) {
    if (base.deadline().passed()) {
      return assertions.stream()
          .<AdversaryResult>map(assertion -> new AdversaryResult.Open(NO_TIME))
          .toList();
    }
    World world = base.world();
    return switch (adversary) {
      case NODE ->
          new NodeVerdicts(base, request.verified().origins(), unchanged).results(assertions);
      case RELABEL ->
          new RelabelVerdicts(base, findings, unchanged, request.enforced().pinned())
              .results(assertions);
      case NO_EGRESS -> results(NoEgress.of(world));
      case NO_ADMIN_TIER ->
          NoAdminTier.changes(world)
              ? results(NoAdminTier.of(world))
              : assertions.stream()
                  .<AdversaryResult>map(assertion -> new AdversaryResult.Same())
                  .toList();
    };
  }

  private List<AdversaryResult> results(World world) {
    Verdicts verdicts = verdicts(world);
    return assertions.stream().map(verdicts::result).toList();
  }

  private Verdicts verdicts(World world) {
    return Verdicts.of(base.of(world).ofAssertions(), findings);
  }

  private List<Deletions> deletions() {
    Map<String, List<Deletion>> breaking = new LinkedHashMap<>();
    Map<String, List<Undecided>> undecided = new LinkedHashMap<>();
    for (WithoutPolicy without : WithoutPolicy.of(base.world())) {
      boolean late = base.deadline().passed();
      Verdicts verdicts = late ? new Verdicts(findings, Map.of()) : verdicts(without.world());
      for (Assertion assertion : assertions) {
        AdversaryResult result =
            late ? new AdversaryResult.Open(NO_TIME) : verdicts.result(assertion);
        switch (result) {
          case AdversaryResult.Breaks(var finding) ->
              breaking
                  .computeIfAbsent(assertion.name(), name -> new ArrayList<>())
                  .add(new Deletion(without.policy(), finding));
          case AdversaryResult.Open(String reason) ->
              undecided
                  .computeIfAbsent(assertion.name(), name -> new ArrayList<>())
                  .add(new Undecided(without.policy(), reason));
          case AdversaryResult.Holds holds -> {}
          case AdversaryResult.Same same -> {}
          case AdversaryResult.Robust robust -> {}
          case AdversaryResult.Assumes assumes -> {}
          case AdversaryResult.Rests rests -> {}
        }
      }
    }
    return assertions.stream()
        .map(
            assertion ->
                new Deletions(
                    assertion,
                    unchanged.result(assertion) instanceof AdversaryResult.Holds,
                    breaking.getOrDefault(assertion.name(), List.of()),
                    undecided.getOrDefault(assertion.name(), List.of())))
        .toList();
  }
}
