package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The connections that a tier of isolating policies, such as NetworkPolicies, admits in one
 * direction, under MAY.
 *
 * <p>A rule of such a tier applies to pods of its own namespace, and rules can only accept. The
 * admitted connections are therefore the union of two parts: connections that a rule accepts, and
 * connections of pods that the tier does not isolate. The first part needs no subtraction. The
 * second part is a complement of boxes, which is computed for each namespace separately.
 */
final class IsolatingTier {
  /** The most boxes into which the pods of a namespace that no policy isolates may be divided. */
  private static final int MOST_PIECES = 1_000;

  private final BoxSpace space;
  private final RuleMatches rules;
  private final Deadline deadline;
  private final SortedMap<Integer, LocalChains> chains;
  private final IdentityHashMap<Chain, Optional<Box.Pods>> subjects = new IdentityHashMap<>();
  private final Map<Integer, List<Box>> isolatedIn = new HashMap<>();
  private boolean exact = true;

  IsolatingTier(
      BoxSpace space, RuleMatches rules, RuleTier tier, Direction direction, Deadline deadline) {
    this.space = space;
    this.rules = rules;
    this.deadline = deadline;
    this.chains = LocalChains.byNamespace(tier, direction, space.vocabulary());
  }

  /** Returns whether all results so far are exact. If not, a result may contain too much. */
  boolean exact() {
    return exact;
  }

  /** Adds the connections of pods in {@code self} that a rule accepts. */
  void addAccepted(Box.Pods self, List<ConnectionBox> admitted) {
    chains.forEach(
        (namespace, local) -> {
          if (self.namespaces().contains(namespace)) {
            local.accepting().forEach(chain -> addAccepted(self, chain, admitted));
          }
        });
  }

  private void addAccepted(Box.Pods self, Chain chain, List<ConnectionBox> admitted) {
    subject(chain)
        .flatMap(subject -> space.and(subject, self))
        .ifPresent(
            subject -> {
              for (ChainRule rule : chain.rules()) {
                admitted.addAll(rules.boxes(subject, rule, true));
              }
            });
  }

  /** Returns the pods that the tier isolates. */
  List<Box> isolated() {
    List<Box> boxes = new ArrayList<>();
    chains.values().forEach(local -> boxes.addAll(subjects(local)));
    return boxes;
  }

  private List<Box> subjects(LocalChains local) {
    List<Box> boxes = new ArrayList<>();
    local.denying().forEach(chain -> subject(chain).ifPresent(boxes::add));
    return boxes;
  }

  private Optional<Box.Pods> subject(Chain chain) {
    return subjects.computeIfAbsent(chain, rules::subject);
  }

  /**
   * Returns the pods in {@code self} that the tier does not isolate. If this needs too many boxes
   * or too much time, the result contains too much and is not {@link #exact}.
   */
  List<Box> notIsolated(Box.Pods self) {
    BitSet governed = new BitSet();
    List<Box> inGoverned = new ArrayList<>();
    chains.forEach(
        (namespace, local) -> {
          if (self.namespaces().contains(namespace) && !local.denying().isEmpty()) {
            governed.set(namespace);
            List<Box> all = new ArrayList<>();
            addIn(self, Bits.of(namespace), all);
            inGoverned.addAll(minus(all, isolatedIn(namespace, local)));
          }
        });
    List<Box> out = new ArrayList<>();
    addIn(self, self.namespaces().minus(Bits.of(governed)), out);
    out.addAll(inGoverned);
    return out;
  }

  private List<Box> isolatedIn(int namespace, LocalChains local) {
    return isolatedIn.computeIfAbsent(namespace, in -> space.withoutContained(subjects(local)));
  }

  private List<Box> minus(List<Box> all, List<Box> holes) {
    List<Box> left = all;
    for (Box hole : holes) {
      left = space.minus(left, List.of(hole));
      if (left.size() > MOST_PIECES || deadline.passed()) {
        exact = false;
        return all;
      }
    }
    return left;
  }

  private void addIn(Box.Pods self, Bits namespaces, List<Box> boxes) {
    space
        .pods(namespaces, Selector.EVERYTHING, Selector.EVERYTHING)
        .flatMap(some -> space.and(some, self))
        .ifPresent(boxes::add);
  }
}
