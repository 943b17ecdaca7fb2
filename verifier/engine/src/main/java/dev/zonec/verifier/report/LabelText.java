package dev.zonec.verifier.report;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lists the label keys that verdicts depend on: the keys by which zones and externals are selected.
 */
final class LabelText {
  private final ZoneProgram program;
  private final Map<LabelTrust.Level, SortedSet<String>> keys =
      new EnumMap<>(LabelTrust.Level.class);

  private LabelText(ZoneProgram program) {
    this.program = program;
    program.zones().forEach(zone -> add(zone.pods()));
    for (Party.Outside outside : program.externals()) {
      if (outside instanceof Party.ForeignPods foreign && isUsed(foreign)) {
        add(foreign.pods());
      }
    }
  }

  /** The maximum number of keys of a level that are named. */
  private static final int MOST_NAMED = 24;

  /**
   * Returns a part for each level of trust, such as {@code app, tier (tenant)}. Of many keys, the
   * others are counted.
   */
  static List<String> parts(ZoneProgram program) {
    List<String> parts = new ArrayList<>();
    new LabelText(program)
        .keys.forEach(
            (level, names) ->
                parts.add(
                    String.join(", ", VerificationSummary.shortened(List.copyOf(names), MOST_NAMED))
                        + " ("
                        + word(level)
                        + ")"));
    return parts;
  }

  private static String word(LabelTrust.Level level) {
    return switch (level) {
      case TENANT -> "tenant";
      case ADMIN_ONLY -> "admin-only";
      case IMMUTABLE -> "immutable";
    };
  }

  /** Whether a flow or assertion refers to the external. */
  private boolean isUsed(Party.ForeignPods external) {
    return program.flows().stream()
            .anyMatch(flow -> flow.from().equals(external) || flow.to().equals(external))
        || program.assertions().stream()
            .anyMatch(assertion -> assertion.parties().contains(external));
  }

  private void add(PodSet pods) {
    for (PodSet.Term term : pods.terms()) {
      add(term.pods());
      switch (term.namespaces()) {
        case PodSet.NamespaceSet.Named(var names, var labels) -> add(labels);
        case PodSet.NamespaceSet.Selected(var labels) -> add(labels);
      }
    }
  }

  private void add(Selector selector) {
    selector
        .requirements()
        .forEach(
            requirement -> {
              // The API server sets this label, so that nobody can forge it.
              if (!requirement.key().equals(Namespace.NAME_LABEL)) {
                keys.computeIfAbsent(
                        program.trust().of(requirement.key()), level -> new TreeSet<>())
                    .add(requirement.key());
              }
            });
  }
}
