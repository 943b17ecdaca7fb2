package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.proof.ReplayMismatch;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.List;
import java.util.Optional;

/**
 * Proves that a change removes certain connections and changes no other one, for every pod that
 * could exist. Z3 is asked about all policies of both worlds; the concrete semantics evaluates
 * every connection that it finds.
 */
public final class RemovalProof {
  private final WorldPair worlds;
  private final Removal removal;
  private final Reading may;
  private final Evaluation evaluation;
  private final List<Workload> workloads;
  private final Party known;
  private final BoxSpace space;

  /**
   * @param worlds the worlds before and after the change
   * @param declared the address ranges of the cluster, as the program declares them
   * @param may the permissive reading, with the knobs that the user settled
   * @param removal the connections to remove
   */
  public RemovalProof(WorldPair worlds, Cluster declared, Reading may, Removal removal) {
    this.worlds = worlds;
    this.removal = removal;
    this.may = may;
    Cluster cluster = new ClusterAddresses(worlds.before(), declared).seen();
    this.evaluation = new Evaluation(worlds, cluster, may);
    this.workloads =
        worlds.before().workloads().stream().filter(each -> !each.pod().hostNetwork()).toList();
    this.known = Removal.podsOf(worlds.before());
    VocabularyBuilder builder = new VocabularyBuilder().add(worlds);
    builder.add(removal.addresses());
    builder.add(known);
    for (Workload workload : workloads) {
      for (IpAddress address : workload.pod().addresses()) {
        builder.add(new IpBlock(Cidr.only(address), List.of()));
      }
    }
    Vocabulary vocabulary = builder.build(cluster, false);
    this.space = new BoxSpace(vocabulary);
  }

  /** The result of the proof. */
  public sealed interface Result {
    /**
     * The change removes the connections and changes no other one.
     *
     * @param everyNamespace whether this includes pods in namespaces that no manifest names
     * @param unsettled another connection that changes if the points that the API leaves open are
     *     resolved against it
     */
    record Proved(boolean everyNamespace, Optional<ChangedConnection> unsettled)
        implements Result {}

    /** A connection to remove stays possible. */
    record Possible(ChangedConnection connection) implements Result {}

    /** The change allows or denies a connection that is not to change. */
    record Changed(ChangedConnection connection) implements Result {}

    /**
     * There is no proof.
     *
     * @param reason the reason, as a clause
     */
    record Unknown(String reason) implements Result {}
  }

  /**
   * Returns the result.
   *
   * @param deadline the time limit
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public Result run(Deadline deadline) {
    try (Z3Checker checker = new Z3Checker(space.vocabulary(), workloads, deadline)) {
      Formula then = allowed(worlds.before(), worlds.rulesBefore(), may);
      Formula now = allowed(worlds.after(), worlds.rulesAfter(), may);
      boolean everyNamespace =
          checker.check(Formula.all(now, removal.formula(Optional.empty())))
              instanceof Outcome.Impossible;
      if (!everyNamespace) {
        switch (checker.check(Formula.all(now, removal.formula(Optional.of(known))))) {
          case Outcome.Impossible impossible -> {}
          case Outcome.Unknown(String reason) -> {
            return new Result.Unknown(reason);
          }
          case Outcome.Possible found -> {
            return new Result.Possible(evaluation.allowedAfter(found));
          }
        }
      }
      Optional<Result> other = changed(checker, then, now, evaluation);
      if (other.isPresent()) {
        return other.get();
      }
      Reading must = may.withPermissive(false);
      Optional<Result> unsettled =
          changed(
              checker,
              allowed(worlds.before(), worlds.rulesBefore(), must),
              allowed(worlds.after(), worlds.rulesAfter(), must),
              evaluation.must());
      return new Result.Proved(
          everyNamespace,
          unsettled
              .filter(Result.Changed.class::isInstance)
              .map(result -> ((Result.Changed) result).connection()));
    }
  }

  /** Returns a change of a connection that is not to change; empty if there is none. */
  private Optional<Result> changed(
      Z3Checker checker, Formula then, Formula now, Evaluation evaluated) {
    Formula more = Formula.all(now, Formula.not(then));
    Formula less =
        Formula.all(
            then,
            Formula.not(now),
            Formula.not(removal.formula(Optional.empty())),
            Formula.not(removal.withPodInBlocks(space)));
    return changed(checker.check(more), true, evaluated)
        .or(() -> changed(checker.check(less), false, evaluated));
  }

  private static Optional<Result> changed(
      Outcome outcome, boolean allowedAfter, Evaluation evaluated) {
    return switch (outcome) {
      case Outcome.Impossible impossible -> Optional.empty();
      case Outcome.Unknown(String reason) -> Optional.of(new Result.Unknown(reason));
      case Outcome.Possible found ->
          Optional.of(new Result.Changed(evaluated.changed(found, allowedAfter)));
    };
  }

  private static Formula allowed(World world, PolicySet rules, Reading reading) {
    return DifferenceCheck.allowed(Enforcement.of(world, rules, reading));
  }
}
