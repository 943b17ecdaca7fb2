package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Resolves label selectors. */
public final class SelectorResolution {
  private final Problems problems;

  /**
   * @param problems collects malformed keys and values
   */
  public SelectorResolution(Problems problems) {
    this.problems = problems;
  }

  /** Resolves a selector. Malformed keys and values are reported and kept as they are. */
  public Selector resolve(List<RequirementTree> trees) {
    return trees.stream()
        .map(tree -> new Selector(List.of(requirement(tree))))
        .reduce(Selector.EVERYTHING, Selector::and);
  }

  private Requirement requirement(RequirementTree tree) {
    String key = key(tree.key());
    return switch (tree) {
      case RequirementTree.Present present -> new Requirement.Exists(key);
      case RequirementTree.Absent absent -> new Requirement.DoesNotExist(key);
      case RequirementTree.Is is -> new Requirement.In(key, values(List.of(is.value())));
      case RequirementTree.IsNot not -> new Requirement.NotIn(key, values(List.of(not.value())));
      case RequirementTree.IsIn in -> new Requirement.In(key, values(in.values()));
      case RequirementTree.IsNotIn notIn -> new Requirement.NotIn(key, values(notIn.values()));
    };
  }

  private String key(Word key) {
    if (!LabelSyntax.isKey(key.text())) {
      problems.add(notAKey(key));
    }
    return key.text();
  }

  static Diagnostic notAKey(Word key) {
    return Diagnostic.error(Code.ZC0206, key.span(), "`" + key + "` is not a valid label key")
        .help(
            "write `name` or `prefix/name`: the name has up to 63 letters, digits, `-`, `_` and"
                + " `.`, and the prefix is a DNS name");
  }

  static Diagnostic notAValue(Word word) {
    Diagnostic problem =
        Diagnostic.error(Code.ZC0206, word.span(), "`" + word + "` is not a valid label value");
    if (word.text().contains("*")) {
      return problem.help("there are no wildcards; list the values: `app in (web, api)`");
    }
    return problem.help(
        "use up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends;"
            + " the empty value is `\"\"`");
  }

  private SortedSet<String> values(List<Word> words) {
    SortedSet<String> values = new TreeSet<>();
    for (Word word : words) {
      if (!LabelSyntax.isValue(word.text())) {
        problems.add(notAValue(word));
      }
      values.add(word.text());
    }
    return values;
  }
}
