package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which namespaces zones that select namespaces by labels have their pods in. */
public sealed interface NamespaceScope {
  /** Any namespace whose labels match. */
  record Anywhere() implements NamespaceScope {}

  /**
   * Only {@code names}, which are declared. No other namespace exists but those that are named
   * somewhere; these may have any labels with which they are in no such zone.
   */
  record Within(SortedSet<String> names) implements NamespaceScope {
    /** Copies the names. */
    public Within {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /**
   * Any namespace whose labels match; but those that patterns are about are known.
   *
   * @param patterns the namespaces of patterns, and some that stand for those to come
   */
  record OfPatterns(PatternNamespaces patterns) implements NamespaceScope {}

  /** The namespaces that stand for others: their labels need not be the same at all places. */
  default Set<String> standIns() {
    return switch (this) {
      case Anywhere() -> Set.of();
      case Within within -> Set.of();
      case OfPatterns(var patterns) -> patterns.standIns();
    };
  }

  /** Parties whose members are taken not to exist, for {@code program}. */
  default List<Party> excluded(ZoneProgram program) {
    return switch (this) {
      case Anywhere() -> List.of();
      case OfPatterns(var patterns) -> patterns.excluded();
      case Within(var names) ->
          program.zones().stream().flatMap(zone -> elsewhere(zone, names)).toList();
    };
  }

  /** The pods of {@code zone} that labels put in other namespaces. */
  private static Stream<Party> elsewhere(Party.Zone zone, SortedSet<String> names) {
    Selector others = otherThan(names);
    List<PodSet.Term> terms =
        zone.pods().terms().stream()
            .flatMap(term -> byLabels(term.namespaces(), others).map(in -> term(in, term)).stream())
            .toList();
    return terms.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Party.Zone(
                zone.name(), new PodSet(terms), zone.nested(), zone.denied(), zone.span()));
  }

  /** The namespaces that are not called one of {@code names}. */
  static Selector otherThan(SortedSet<String> names) {
    return names.isEmpty()
        ? Selector.EVERYTHING
        : new Selector(List.of(new Requirement.NotIn(Namespace.NAME_LABEL, names)));
  }

  private static PodSet.Term term(NamespaceSet namespaces, PodSet.Term like) {
    return new PodSet.Term(namespaces, like.pods());
  }

  private static Optional<NamespaceSet> byLabels(NamespaceSet set, Selector others) {
    return switch (set) {
      case NamespaceSet.Named(var names, var labels) ->
          labels.selectsEverything()
              ? Optional.empty()
              : Optional.of(new NamespaceSet.Named(names, labels.and(others)));
      case NamespaceSet.Selected(var labels) ->
          Optional.of(new NamespaceSet.Selected(labels.and(others)));
    };
  }
}
