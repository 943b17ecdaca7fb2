package dev.zonec.verifier.core;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.proof.Accepting;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a smallest set of elements from which a claim is proved.
 *
 * <p>Each candidate is a smallest set that contains an element against every counterexample so far.
 * The engine that proves claims proves the claim from the candidate, or finds a counterexample that
 * the candidate does not prevent. A candidate that is proved is a smallest set: every set from
 * which the claim is proved prevents all counterexamples. This argument needs that elements which
 * are left out never make the claim hold ({@link Elements#areMonotone}); without it, and if there
 * are too many counterexamples, elements are left out one after the other instead.
 */
public final class CoreSearch {
  /** The most candidates. */
  private static final int MOST_CANDIDATES = 400;

  private final Verification base;
  private final Claim claim;
  private final List<Element> all;
  private final boolean monotone;
  private final Repairs repairs;
  private final Map<Set<Element>, Verdict> verdicts = new HashMap<>();

  private CoreSearch(Verification base, Claim claim, List<Disjointness.Pair> assumed) {
    Elements elements = new Elements(base, claim, assumed);
    this.base = base;
    this.claim = claim;
    this.all = elements.all();
    this.monotone = elements.areMonotone();
    this.repairs = new Repairs(base, claim, all);
  }

  /**
   * Returns what {@code claim} rests on. The claim is not {@link Claim.NoUndeclaredPath}, which
   * follows from another one.
   *
   * @param verification the verification of the claim
   * @param assumed the pairs of zones that the verification assumes to share no pod
   */
  public static Core of(Verification verification, Claim claim, List<Disjointness.Pair> assumed) {
    return new CoreSearch(verification, claim, assumed).core();
  }

  private Core core() {
    Verdict whole = verdict(all);
    if (!whole.holds()) {
      // A baseline may still accept the violations.
      return new Core.NotProved(
          claim,
          base.options().accepting().equals(Accepting.NOTHING) ? whole : base.verdict(claim));
    }
    Optional<Set<Element>> smallest = smallest();
    Set<Element> found = smallest.orElseGet(this::reduced);
    if (base.deadline().passed()) {
      return new Core.Undecided(claim, "the time ran out");
    }
    return irreducible(found, smallest.isPresent() && monotone);
  }

  private Verdict verdict(Collection<Element> kept) {
    return verdicts.computeIfAbsent(
        Set.copyOf(kept),
        set -> {
          Set<Element> without = new HashSet<>(all);
          without.removeAll(set);
          return new Remainder(base, without).verification().verdict(claim);
        });
  }

  private Optional<Set<Element>> smallest() {
    List<Set<Element>> toHit = new ArrayList<>();
    for (int i = 0; i < MOST_CANDIDATES && !base.deadline().passed(); i++) {
      Progress.part("trying a set of elements", i, MOST_CANDIDATES, "sets");
      Optional<Set<Element>> candidate = HittingSet.smallest(toHit);
      if (candidate.isEmpty()) {
        return Optional.empty();
      }
      Verdict verdict = verdict(candidate.get());
      if (verdict.holds()) {
        return candidate;
      }
      if (!(verdict instanceof Verdict.Refuted(List<Counterexample> counterexamples))) {
        return Optional.empty();
      }
      for (Counterexample each : counterexamples) {
        toHit.addAll(repairs.of(each, candidate.get()));
      }
    }
    return Optional.empty();
  }

  /** Leaves out halves of the elements, then quarters, and so on to single elements. */
  private Set<Element> reduced() {
    List<Element> kept = new ArrayList<>(all);
    for (int size = Math.ceilDiv(kept.size(), 2); size > 0; size /= 2) {
      for (int start = 0; start < kept.size() && !base.deadline().passed(); ) {
        List<Element> fewer = new ArrayList<>(kept);
        fewer.subList(start, Math.min(start + size, kept.size())).clear();
        if (verdict(fewer).holds()) {
          kept = fewer;
        } else {
          start += size;
        }
      }
    }
    return new LinkedHashSet<>(kept);
  }

  /**
   * Leaves out further elements until each is shown to be needed.
   *
   * @param smallest whether no set with fewer elements proves the claim
   */
  private Core irreducible(Set<Element> found, boolean smallest) {
    Set<Element> kept = new LinkedHashSet<>(found);
    List<Core.Needed> needed = new ArrayList<>();
    for (Element element : all) {
      if (!kept.contains(element)) {
        continue;
      }
      Verdict alone = verdict(without(new LinkedHashSet<>(all), element));
      if (monotone && alone instanceof Verdict.Refuted refuted) {
        needed.add(new Core.Needed(element, new Core.Evidence.Alone(refuted)));
        continue;
      }
      Set<Element> rest = without(kept, element);
      Verdict withOthers = verdict(rest);
      if (withOthers.holds()) {
        // Elements that were needed before may not be needed any more.
        return irreducible(rest, false);
      }
      needed.add(new Core.Needed(element, evidence(alone, withOthers)));
    }
    boolean only =
        monotone
            && needed.stream().allMatch(each -> each.evidence() instanceof Core.Evidence.Alone);
    return new Core.Found(
        claim,
        needed,
        only ? Core.Extent.ONLY : smallest ? Core.Extent.SMALLEST : Core.Extent.MINIMAL);
  }

  private static Core.Evidence evidence(Verdict alone, Verdict withOthers) {
    if (withOthers instanceof Verdict.Refuted shown) {
      return alone instanceof Verdict.Refuted refuted
          ? new Core.Evidence.Alone(refuted)
          : new Core.Evidence.WithOthers(shown);
    }
    return new Core.Evidence.Unknown(
        withOthers instanceof Verdict.Inconclusive(String reason, var provisional)
            ? reason
            : "a zone or external would have no member");
  }

  private static Set<Element> without(Set<Element> elements, Element one) {
    Set<Element> rest = new LinkedHashSet<>(elements);
    rest.remove(one);
    return rest;
  }
}
