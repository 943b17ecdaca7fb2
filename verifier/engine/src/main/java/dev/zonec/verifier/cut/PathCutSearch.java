package dev.zonec.verifier.cut;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.core.HittingSet;
import dev.zonec.verifier.core.Remainder;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a smallest set of rules whose removal leaves no path, and of those one that blocks the
 * fewest declared flows.
 *
 * <p>Each candidate is a smallest set that contains a rule of every path so far. The engine that
 * proves claims proves that no path is left without these rules, or finds one that is left. Rules
 * that are removed never open a path, so every cut contains a rule of every path that was found,
 * and the first candidate that is proved is a smallest one.
 */
public final class PathCutSearch {
  private static final int MOST_CANDIDATES = 400;

  private final Verification base;
  private final Claim claim;
  private final OpenedSides opened;
  private final Map<Element, CutRule> known = new LinkedHashMap<>();
  private final Map<Element, Integer> costs = new HashMap<>();
  private @Nullable Verdict blockedBefore;

  private PathCutSearch(Verification base, Assertion.NoPath noPath) {
    this.base =
        base.of(
            base.world(),
            base.program().withAssertions(List.of(noPath)).withWaivers(List.of()),
            base.may());
    this.claim = new Claim.Asserted(noPath);
    this.opened = new OpenedSides(base.world(), base.scope());
  }

  /**
   * Returns the cut of the paths that {@code noPath} forbids. Waivers and accepted violations do
   * not count.
   */
  public static PathCut of(Verification verification, Assertion.NoPath noPath) {
    return new PathCutSearch(verification, noPath).cut();
  }

  private PathCut cut() {
    List<CutPath> paths = new ArrayList<>();
    boolean smallest = true;
    for (int i = 0; i < MOST_CANDIDATES; i++) {
      if (base.deadline().passed()) {
        return new PathCut.Undecided("the time ran out");
      }
      Progress.part("trying a cut", i, MOST_CANDIDATES, "cuts");
      List<Set<Element>> toHit = paths.stream().map(CutPath::rules).toList();
      Optional<Set<Element>> exact =
          smallest ? HittingSet.smallest(toHit, this::cost) : Optional.empty();
      smallest = exact.isPresent();
      Set<Element> candidate = exact.orElseGet(() -> greedy(toHit));
      switch (verdict(candidate)) {
        case Verdict.Proved proved -> {
          return candidate.isEmpty() ? new PathCut.NoPath() : found(candidate, paths, smallest);
        }
        case Verdict.Refuted(List<Counterexample> left) -> {
          for (Counterexample each : left) {
            CutPath path = path(each.hops());
            if (path.rules().isEmpty()) {
              return new PathCut.NoCut(path);
            }
            paths.add(path);
          }
        }
        case Verdict.Inconclusive(String reason, var provisional) -> {
          return new PathCut.Undecided(reason);
        }
        case Verdict.EmptyParty(String party) -> {
          return new PathCut.EmptyParty(party);
        }
        case Verdict.Waived waived -> throw new IllegalStateException("nothing is waived");
        case Verdict.Accepted accepted -> throw new IllegalStateException("nothing is accepted");
      }
    }
    return new PathCut.Undecided("there are too many paths");
  }

  private Verdict verdict(Collection<Element> without) {
    return new Remainder(base, without).verification().verdict(claim);
  }

  /** Chooses one rule for each side, so that few rules are chosen. */
  private CutPath path(List<Hop> hops) {
    Set<Element> chosen = new LinkedHashSet<>();
    List<List<CutRule>> sides = new ArrayList<>(opened.of(hops));
    sides.sort(Comparator.comparingInt(List::size));
    for (List<CutRule> side : sides) {
      side.forEach(rule -> known.putIfAbsent(rule.element(), rule));
      if (side.stream().noneMatch(rule -> chosen.contains(rule.element()))) {
        chosen.add(side.getFirst().element());
      }
    }
    return new CutPath(hops, chosen);
  }

  /** Returns how many declared flows are blocked without the rule alone. */
  private int cost(Element rule) {
    Integer cost = costs.get(rule);
    if (cost == null) {
      cost =
          blocked(List.of(rule)) instanceof PathCut.BlockedFlows.Known(List<Flow> flows)
              ? flows.size()
              : base.program().flows().size();
      costs.put(rule, cost);
    }
    return cost;
  }

  private PathCut.BlockedFlows blocked(Collection<Element> without) {
    if (blockedBefore == null) {
      blockedBefore = blockedFlows(List.of());
    }
    Verdict before = blockedBefore;
    Verdict after = blockedFlows(without);
    Optional<String> reason = unknown(before).or(() -> unknown(after));
    if (reason.isPresent()) {
      return new PathCut.BlockedFlows.Unknown(reason.get());
    }
    // A verdict is a refutation also if the time ran out after the first blocked flow.
    if (base.deadline().passed()) {
      return new PathCut.BlockedFlows.Unknown("the time ran out");
    }
    Set<Flow> blocked = new LinkedHashSet<>(flows(after));
    blocked.removeAll(flows(before));
    return new PathCut.BlockedFlows.Known(
        base.program().flows().stream().filter(blocked::contains).distinct().toList());
  }

  private Verdict blockedFlows(Collection<Element> without) {
    return new Remainder(base, without).verification().verdict(new Claim.NoBlockedFlow());
  }

  private static Optional<String> unknown(Verdict verdict) {
    return verdict instanceof Verdict.Inconclusive(String reason, var provisional)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private static List<Flow> flows(Verdict verdict) {
    return verdict instanceof Verdict.Refuted(List<Counterexample> counterexamples)
        ? counterexamples.stream()
            .filter(Counterexample.BlockedFlow.class::isInstance)
            .map(each -> ((Counterexample.BlockedFlow) each).flow())
            .toList()
        : List.of();
  }

  private PathCut found(Set<Element> cut, List<CutPath> paths, boolean smallest) {
    Set<Element> rules = smallest ? cut : reduced(cut);
    List<CutRule> named =
        known.values().stream().filter(rule -> rules.contains(rule.element())).toList();
    return new PathCut.Found(
        named,
        smallest ? witness(paths, rules.size()) : new PathCut.Size.Minimal(),
        blocked(rules));
  }

  private Set<Element> reduced(Set<Element> cut) {
    Set<Element> left = new LinkedHashSet<>(cut);
    for (Element rule : cut) {
      left.remove(rule);
      if (!(verdict(left) instanceof Verdict.Proved)) {
        left.add(rule);
      }
    }
    return left;
  }

  /** Chooses a rule of the most paths that are left, until none is left. */
  private static Set<Element> greedy(List<Set<Element>> toHit) {
    Set<Element> chosen = new LinkedHashSet<>();
    List<Set<Element>> left = new ArrayList<>(toHit);
    while (!left.isEmpty()) {
      Map<Element, Long> counts =
          left.stream()
              .flatMap(Set::stream)
              .collect(
                  Collectors.groupingBy(rule -> rule, LinkedHashMap::new, Collectors.counting()));
      Element most =
          counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      chosen.add(most);
      left.removeIf(set -> set.contains(most));
    }
    return chosen;
  }

  /** Returns few paths that no set of fewer than {@code size} rules closes. */
  private static PathCut.Size witness(List<CutPath> paths, int size) {
    List<CutPath> disjoint = disjoint(paths);
    if (disjoint.size() == size) {
      return new PathCut.Size.Smallest(disjoint, true);
    }
    List<CutPath> needed = new ArrayList<>(paths);
    for (CutPath path : paths) {
      needed.remove(path);
      boolean enough =
          HittingSet.smallest(needed.stream().map(CutPath::rules).toList())
              .filter(hit -> hit.size() == size)
              .isPresent();
      if (!enough) {
        needed.add(path);
      }
    }
    List<CutPath> apart = disjoint(needed);
    return new PathCut.Size.Smallest(needed, apart.size() == needed.size());
  }

  private static List<CutPath> disjoint(List<CutPath> paths) {
    List<CutPath> chosen = new ArrayList<>();
    Set<Element> used = new LinkedHashSet<>();
    paths.stream()
        .sorted(Comparator.comparingInt(path -> path.rules().size()))
        .filter(path -> path.rules().stream().noneMatch(used::contains))
        .forEach(
            path -> {
              used.addAll(path.rules());
              chosen.add(path);
            });
    return chosen;
  }
}
