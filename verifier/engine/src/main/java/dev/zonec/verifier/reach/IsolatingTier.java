package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
  private final List<Local> accepting = new ArrayList<>();
  private final List<Local> denying = new ArrayList<>();
  private boolean exact = true;

  /** A chain, and the number of its namespace. */
  private record Local(Chain chain, int namespace) {}

  IsolatingTier(
      BoxSpace space, RuleMatches rules, RuleTier tier, Direction direction, Deadline deadline) {
    this.space = space;
    this.rules = rules;
    this.deadline = deadline;
    for (int i = 0; i < tier.levels().size(); i++) {
      boolean last = i == tier.levels().size() - 1;
      for (Chain chain : tier.levels().get(i).chains()) {
        if (chain.direction() == direction
            && chain.subject().namespaces() instanceof NamespaceSet.Named(String name)) {
          (last ? denying : accepting)
              .add(new Local(chain, space.vocabulary().namespaceIndex(name)));
        }
      }
    }
  }

  /** Returns whether all results so far are exact. If not, a result may contain too much. */
  boolean exact() {
    return exact;
  }

  /** Adds the connections of pods in {@code self} that a rule accepts. */
  void addAccepted(Box.Pods self, List<ConnectionBox> admitted) {
    for (Local local : accepting) {
      if (self.namespaces().contains(local.namespace())) {
        rules
            .subject(local.chain())
            .flatMap(subject -> space.and(subject, self))
            .ifPresent(
                subject -> {
                  for (ChainRule rule : local.chain().rules()) {
                    admitted.addAll(rules.boxes(subject, rule, true));
                  }
                });
      }
    }
  }

  /** Returns the pods that the tier isolates. */
  List<Box> isolated() {
    List<Box> boxes = new ArrayList<>();
    denying.forEach(local -> rules.subject(local.chain()).ifPresent(boxes::add));
    return boxes;
  }

  /**
   * Returns the pods in {@code self} that the tier does not isolate. If this needs too many boxes
   * or too much time, the result contains too much and is not {@link #exact}.
   */
  List<Box> notIsolated(Box.Pods self) {
    BitSet governed = new BitSet();
    List<Box> subjects = new ArrayList<>();
    for (Local local : denying) {
      if (self.namespaces().contains(local.namespace())) {
        governed.set(local.namespace());
        rules.subject(local.chain()).ifPresent(subjects::add);
      }
    }
    List<Box> out = new ArrayList<>();
    addIn(self, self.namespaces().minus(Bits.of(governed)), out);
    governed.stream()
        .forEach(
            namespace -> {
              List<Box> all = new ArrayList<>();
              addIn(self, Bits.of(namespace), all);
              List<Box> here =
                  subjects.stream()
                      .filter(box -> ((Box.Pods) box).namespaces().contains(namespace))
                      .toList();
              out.addAll(minus(all, space.withoutContained(here)));
            });
    return out;
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
