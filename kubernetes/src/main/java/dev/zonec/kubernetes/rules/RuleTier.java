package dev.zonec.kubernetes.rules;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.reading.Knob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A tier of rules.
 *
 * @param name its name
 * @param levels its levels, in the order in which they are asked
 * @param skip when the tier is not asked, if there is such a case
 */
public record RuleTier(TierName name, List<Level> levels, Optional<Skip> skip) {
  /**
   * The tier is not asked about pods that a chain of another tier has as a subject in the opposite
   * direction, if {@code knob} takes its permissive answer.
   *
   * @param knob the open point
   * @param other the other tier
   */
  public record Skip(Knob knob, TierName other) {}

  /** Copies the list, and leaves out levels without chains. */
  public RuleTier {
    levels = levels.stream().filter(level -> !level.chains().isEmpty()).toList();
  }

  /** Returns a tier that is always asked. */
  static RuleTier of(TierName name, List<Level> levels) {
    return new RuleTier(name, levels, Optional.empty());
  }

  /** Returns all chains, in the order in which they are asked. */
  public Stream<Chain> chains() {
    return levels.stream().flatMap(level -> level.chains().stream());
  }

  /** Returns the levels with rules of {@code direction}, and of these the chains. */
  public List<List<Chain>> levels(Direction direction) {
    return levels.stream()
        .map(level -> level.chains(direction))
        .filter(chains -> !chains.isEmpty())
        .toList();
  }

  /**
   * Returns the subject of each chain, and the peers of its rules. A subject that chains share is
   * returned once.
   */
  public List<Ends> ends() {
    List<Ends> ends = new ArrayList<>();
    Set<Ends> subjects = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Level level : levels) {
      for (Chain chain : level.chains()) {
        if (subjects.add(chain.subject())) {
          ends.add(chain.subject());
        }
        for (ChainRule rule : chain.rules()) {
          for (Ends peer : rule.peers()) {
            ends.add(peer);
          }
        }
      }
    }
    return ends;
  }

  /** Returns every port that the rules list. */
  List<PolicyPort> ports() {
    List<PolicyPort> ports = new ArrayList<>();
    for (Level level : levels) {
      for (Chain chain : level.chains()) {
        for (ChainRule rule : chain.rules()) {
          ports.addAll(rule.ports());
        }
      }
    }
    return ports;
  }

  /** Whether the tier has a rule of {@code direction}. */
  public boolean asks(Direction direction) {
    return levels.stream()
        .anyMatch(
            level -> level.chains().stream().anyMatch(chain -> chain.direction() == direction));
  }

  /** Whether every chain is about pods of namespaces that it names. */
  public boolean isLocal() {
    for (Level level : levels) {
      for (Chain chain : level.chains()) {
        if (!(chain.subject().namespaces() instanceof NamespaceSet.Named)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether the tier isolates pods: every level but the last one only accepts, and each chain of
   * the last level denies everything. The rules are then alternatives, and their order does not
   * matter.
   */
  public boolean isolates() {
    for (int i = 0; i < levels.size(); i++) {
      boolean last = i == levels.size() - 1;
      for (Chain chain : levels.get(i).chains()) {
        if (last ? !chain.deniesEverything() : !chain.onlyAccepts()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the tier without the levels that only accept. */
  RuleTier withoutAcceptingLevels() {
    return new RuleTier(
        name,
        levels.stream()
            .filter(level -> !level.chains().stream().allMatch(Chain::onlyAccepts))
            .toList(),
        skip);
  }

  /**
   * Returns the tier without all rules that accept, except the rules at {@code places} and those
   * that the API implies.
   */
  RuleTier acceptingOnly(Set<RulePlace> places) {
    return new RuleTier(
        name, levels.stream().map(level -> level.acceptingOnly(places)).toList(), skip);
  }

  /** Returns the tier with those chains only that {@code kept} accepts. */
  public RuleTier filtered(Predicate<Chain> kept) {
    return new RuleTier(
        name,
        levels.stream()
            .map(level -> new Level(level.chains().stream().filter(kept).toList()))
            .toList(),
        skip);
  }
}
