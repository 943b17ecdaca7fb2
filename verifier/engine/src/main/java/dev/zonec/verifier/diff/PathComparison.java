package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds the pairs of zones and externals that paths of any number of hops connect in only one of
 * two worlds.
 *
 * <p>For each pair, the claim that no path connects it is decided in both worlds, with the same
 * proofs as for a program's assertions: a pair is connected if there is a path whose hops the
 * concrete semantics allows, and it is not connected if Z3 has certified this for every pod that
 * could exist.
 *
 * @param program the program whose zones and externals are compared
 * @param may the permissive reading, with the knobs that the user settled
 * @param known the questions to the solver that need not be asked again
 */
public record PathComparison(
    WorldPair worlds, ZoneProgram program, Reading may, ImpossibleQuestions known) {
  /**
   * A pair of parties that paths connect in only one world.
   *
   * @param appeared whether the second world has the paths
   * @param hops a shortest path
   * @param elsewhere what the other world decides about each connection of the path; it does not
   *     allow all of them
   */
  public record PathChange(
      Party from, Party to, boolean appeared, List<Hop> hops, List<Decision> elsewhere) {
    /** Copies the lists. */
    public PathChange {
      hops = List.copyOf(hops);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * The result of a comparison.
   *
   * @param changes the pairs that only one world connects
   * @param undecided the pairs for which this is not known, such as {@code web ~> db}
   */
  public record Result(List<PathChange> changes, List<String> undecided) {
    /** Copies the lists. */
    public Result {
      changes = List.copyOf(changes);
      undecided = List.copyOf(undecided);
    }
  }

  /**
   * Returns the pairs.
   *
   * @param canAppear whether some connection is allowed in the second world only; otherwise no path
   *     can appear
   * @param canVanish whether some connection is allowed in the first world only
   */
  public Result run(boolean canAppear, boolean canVanish) {
    List<Assertion.NoPath> pairs = pairs();
    if ((!canAppear && !canVanish) || pairs.isEmpty()) {
      return new Result(List.of(), List.of());
    }
    Map<String, Verdict> after = verdicts(worlds.after(), pairs);
    List<Assertion.NoPath> open =
        pairs.stream()
            .filter(
                pair ->
                    switch (after.getOrDefault(pair.name(), OUT_OF_TIME)) {
                      case Verdict.Refuted refuted -> canAppear;
                      case Verdict.Proved proved -> canVanish;
                      case Verdict.Waived waived -> true;
                      case Verdict.Accepted accepted -> true;
                      case Verdict.Inconclusive undecided -> true;
                      case Verdict.EmptyParty empty -> true;
                    })
            .toList();
    Map<String, Verdict> before = verdicts(worlds.before(), open);
    List<PathChange> changes = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (Assertion.NoPath pair : open) {
      Verdict then = before.getOrDefault(pair.name(), OUT_OF_TIME);
      Verdict now = after.getOrDefault(pair.name(), OUT_OF_TIME);
      if (then instanceof Verdict.Inconclusive || now instanceof Verdict.Inconclusive) {
        undecided.add(pair.name());
      } else if (now instanceof Verdict.Refuted refuted && !(then instanceof Verdict.Refuted)) {
        changes.add(change(pair, true, refuted));
      } else if (then instanceof Verdict.Refuted refuted && !(now instanceof Verdict.Refuted)) {
        changes.add(change(pair, false, refuted));
      }
    }
    return new Result(changes, undecided);
  }

  private static final Verdict OUT_OF_TIME =
      new Verdict.Inconclusive("the time ran out", List.of());

  private PathChange change(Assertion.NoPath pair, boolean appeared, Verdict.Refuted refuted) {
    List<Hop> hops = refuted.counterexamples().getFirst().hops();
    World other = appeared ? worlds.before() : worlds.after();
    Semantics semantics =
        new Semantics(other, may, new ClusterAddresses(other, program.cluster()).seen());
    return new PathChange(
        pair.from().getFirst(),
        pair.to().getFirst(),
        appeared,
        hops,
        hops.stream().map(hop -> semantics.decide(seenIn(other, hop))).toList());
  }

  private static Connection seenIn(World world, Hop hop) {
    return new Connection(
        WorldPair.seenIn(world, hop.from().endpoint()),
        WorldPair.seenIn(world, hop.to().endpoint()),
        hop.family(),
        hop.transport());
  }

  private Map<String, Verdict> verdicts(World world, List<Assertion.NoPath> pairs) {
    Map<String, Verdict> verdicts = new HashMap<>();
    if (pairs.isEmpty()) {
      return verdicts;
    }
    VerificationResult result =
        new Verification(
                world, program.claiming(List.copyOf(pairs)), may, Deadline.current(), List.of())
            .knowing(known)
            .ofAssertions();
    for (ClaimVerdict finding : result.verdicts()) {
      if (finding.claim() instanceof Claim.Asserted(Assertion assertion)) {
        verdicts.put(assertion.name(), finding.verdict());
      }
    }
    return verdicts;
  }

  /** Returns the claim that no path connects them, for each pair with a zone. */
  private List<Assertion.NoPath> pairs() {
    List<Party> parties = new ArrayList<>(program.zones());
    parties.addAll(program.externals());
    List<Assertion.NoPath> pairs = new ArrayList<>();
    for (Party from : parties) {
      for (Party to : parties) {
        if (!from.equals(to) && (from instanceof Party.Zone || to instanceof Party.Zone)) {
          pairs.add(
              new Assertion.NoPath(
                  from.name() + " ~> " + to.name(),
                  List.of(from),
                  List.of(to),
                  List.of(),
                  OptionalInt.empty(),
                  Span.NOWHERE));
        }
      }
    }
    return pairs;
  }
}
