package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.quotient.SettableLabels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Verifications of the same program, one after the other, while policies and pods change. If all
 * claims were proved, the next verification proves only that the difference keeps them ({@link
 * ProvedRun}). If that fails, or if anything else changed, everything is proved anew, so that the
 * verdicts are those of {@link Verification#run()}.
 *
 * <p>Verdicts are compared with the last verification whose claims were all proved. An edit that
 * takes back a violation is therefore as fast as one that causes none.
 *
 * <p>A session can be used by several threads. While one of them uses what is known, the others
 * prove everything anew.
 */
public final class ProofSession implements AutoCloseable {
  /** If the policies of more namespaces change, everything is proved anew. */
  private static final int MOST_NAMESPACES = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Proved> last = Optional.empty();
  private int kept;

  /** A verification whose claims are all proved. */
  private record Proved(
      Verification verification, VerificationResult result, List<ProvedRun> runs) {
    void close() {
      runs.forEach(ProvedRun::close);
    }
  }

  /**
   * Returns the verdict on every claim.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult verify(Verification verification) {
    if (!isFor(verification)) {
      return verification.run();
    }
    return Bounded.by(verification::deadline, () -> withKnown(verification))
        .flatMap(known -> known)
        .orElseGet(() -> anew(verification));
  }

  /** Returns how many verifications were decided by their difference from an earlier one. */
  public int kept() {
    return kept;
  }

  /**
   * Returns whether the result of the verification consists of verdicts only, about every pod that
   * could exist.
   */
  private static boolean isFor(Verification verification) {
    ProofOptions options = verification.options();
    return options.pods() == WorldKind.OPEN
        && options.settable().equals(SettableLabels.NONE)
        && !options.accepting().isNeeded()
        && !options.certifying()
        && verification.gaps().isEmpty()
        && verification.coverage() instanceof Coverage.Whole
        && verification.program().waivers().isEmpty();
  }

  private Optional<VerificationResult> withKnown(Verification verification) {
    if (!lock.tryLock()) {
      return Optional.empty();
    }
    try {
      return last.filter(proved -> isComparable(proved, verification))
          .flatMap(proved -> after(proved, verification));
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether only NetworkPolicies and pods differ, and no pod matters for a verdict. */
  private static boolean isComparable(Proved proved, Verification now) {
    Verification then = proved.verification();
    World before = then.world();
    World after = now.world();
    return then.program().equals(now.program())
        && then.may().equals(now.may())
        && then.scope().equals(now.scope())
        && before.namespaces().equals(after.namespaces())
        && before.nodes().equals(after.nodes())
        && before.clusterPolicies().equals(after.clusterPolicies())
        && ((before.workloads().equals(after.workloads())
                && before.sightings().equals(after.sightings()))
            || podsDoNotMatter(proved, now));
  }

  /**
   * Returns whether other pods leave the addresses of the cluster and the assumptions as they are.
   * In the open world, claims do not depend on the pods that are deployed in any other way.
   */
  private static boolean podsDoNotMatter(Proved proved, Verification now) {
    Verification then = proved.verification();
    return then.addresses().equals(now.addresses())
        && then.addresses().stream()
            .allMatch(
                addresses ->
                    then.in(addresses)
                        .program()
                        .cluster()
                        .equals(now.in(addresses).program().cluster()))
        && now.program().disjoint().stream()
            .allMatch(disjoint -> noneIsShared(proved, now.world(), disjoint));
  }

  private static boolean noneIsShared(Proved proved, World world, Disjointness disjoint) {
    Set<Disjointness.Pair> shared = SharedWorkloads.byPair(world, disjoint).keySet();
    return Collections.disjoint(shared, proved.result().assumed());
  }

  private Optional<VerificationResult> after(Proved proved, Verification now) {
    PolicyEdit edit = PolicyEdit.between(proved.verification().world(), now.world());
    if (edit.namespaces().size() > MOST_NAMESPACES) {
      return Optional.empty();
    }
    int questions = 0;
    List<ProvedRun.Kept> results = new ArrayList<>();
    for (ProvedRun run : proved.runs()) {
      Optional<ProvedRun.Kept> result = run.after(edit, now.deadline());
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
      questions += result.get().questions();
    }
    for (int i = 0; i < results.size(); i++) {
      proved.runs().get(i).accept(results.get(i));
    }
    VerificationResult before = proved.result();
    VerificationResult result =
        new VerificationResult(
            before.verdicts(),
            before.assumed(),
            before.unusedWaivers(),
            before.accepted(),
            questions,
            List.of());
    last = Optional.of(new Proved(now, result, proved.runs()));
    kept++;
    return Optional.of(result);
  }

  private VerificationResult anew(Verification verification) {
    List<ProvedParts> parts = Collections.synchronizedList(new ArrayList<>());
    VerificationResult result = verification.run(parts::add);
    Set<String> claims =
        result.verdicts().stream()
            .map(decided -> decided.claim().key())
            .collect(Collectors.toSet());
    boolean allProved =
        result.verdicts().stream().allMatch(decided -> decided.verdict() instanceof Verdict.Proved);
    if (allProved && parts.size() == verification.addresses().size() && lock.tryLock()) {
      try {
        last.ifPresent(Proved::close);
        last =
            Optional.of(
                new Proved(
                    verification,
                    result,
                    parts.stream()
                        .map(each -> new ProvedRun(verification, each, claims))
                        .toList()));
      } finally {
        lock.unlock();
      }
    }
    return result;
  }

  /** Frees the memory of the solver. A call that is still running keeps it. */
  @Override
  public void close() {
    if (lock.tryLock()) {
      try {
        last.ifPresent(Proved::close);
        last = Optional.empty();
      } finally {
        lock.unlock();
      }
    }
  }
}
