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

/** The namespaces in which zones that select namespaces by labels have pods. */
public sealed interface NamespaceScope {
  /** Every namespace whose labels match. */
  record Anywhere() implements NamespaceScope {}

  /**
   * Only the declared namespaces {@code names}. Apart from these, only namespaces that are named
   * somewhere exist; they can have any labels that do not put them into such a zone. This is the
   * scope of {@code compile} (spec/verification.md, Compilation).
   */
  record Within(SortedSet<String> names) implements NamespaceScope {
    /** Copies the names. */
    public Within {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /**
   * Every namespace whose labels match, where the members of patterns are known.
   *
   * @param patterns the namespaces of patterns, with stand-ins for namespaces to come
   */
  record OfPatterns(PatternNamespaces patterns) implements NamespaceScope {}

  /**
   * Returns the names of stand-ins. A stand-in represents many namespaces, which can have different
   * labels.
   */
  default Set<String> standIns() {
    return switch (this) {
      case Anywhere() -> Set.of();
      case Within within -> Set.of();
      case OfPatterns(var patterns) -> patterns.standIns();
    };
  }

  /** Returns parties of {@code program} whose members are assumed not to exist. */
  default List<Party> excluded(ZoneProgram program) {
    return switch (this) {
      case Anywhere() -> List.of();
      case OfPatterns(var patterns) -> patterns.excluded();
      case Within(var names) ->
          program.zones().stream().flatMap(zone -> elsewhere(zone, names)).toList();
    };
  }

  /**
   * Returns the pods of {@code zone} in namespaces that labels select and that are not in {@code
   * names}.
   */
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

  /** Returns a selector for all namespaces except {@code names}. */
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
