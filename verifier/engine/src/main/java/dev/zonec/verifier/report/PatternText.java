package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Pattern;
import dev.zonec.verifier.proof.PatternNamespaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lists the namespaces for which the patterns of a program were proved, and the assumptions about
 * other namespaces.
 *
 * @param patterns the namespaces
 */
record PatternText(PatternNamespaces patterns) {
  private static final int MOST = 12;

  /**
   * The text about the namespaces of one selector.
   *
   * @param head the text before the namespaces
   * @param names the namespaces, one part each
   */
  record Names(String head, List<String> names) {}

  /** Returns the text for each selector. */
  List<Names> namespaces() {
    Map<Selector, SortedSet<String>> bySelector = new LinkedHashMap<>();
    List<Pattern> all = patterns.program().patterns();
    for (int i = 0; i < all.size(); i++) {
      bySelector
          .computeIfAbsent(all.get(i).namespaces(), s -> new TreeSet<>())
          .addAll(patterns.members().get(i));
    }
    List<Names> told = new ArrayList<>();
    bySelector.forEach(
        (selector, members) ->
            told.add(new Names("foreach namespace with " + selector + ": ", parts(members))));
    return told;
  }

  private List<String> parts(SortedSet<String> members) {
    List<String> parts = new ArrayList<>();
    if (!members.isEmpty()) {
      parts.add(ShortList.of(members, MOST));
    }
    if (!patterns.combinations().isEmpty()) {
      parts.add(members.isEmpty() ? "any that is yet to come" : "and any that is yet to come");
    } else if (members.isEmpty()) {
      parts.add("none is declared");
    }
    return parts;
  }

  /** What verdicts assume of namespaces that no manifest declares. */
  List<String> assumptions(World world) {
    List<String> parts = new ArrayList<>();
    if (patterns.combinations().isEmpty()) {
      return parts;
    }
    String selectors =
        patterns.selectors().stream().map(Selector::toString).collect(Collectors.joining(" or "));
    parts.add("every namespace to come with " + selectors + " has the policies compiled for it");
    SortedSet<String> others = patterns.namedOnly(world);
    if (!others.isEmpty()) {
      parts.add(
          ShortList.of(others, MOST)
              + (others.size() == 1
                  ? " is not declared and does not match"
                  : " are not declared and do not match"));
    }
    return parts;
  }
}
