package dev.zonec.tests.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code spec/rules.md}, which lists the cases of each rule. */
final class RulesPage {
  private static final String HEAD =
      """
      # Rules and their cases

      Every rule of [the language](language.md), and what shows it: programs that are accepted or refused,
      verdicts, findings, and tests where a single program cannot. A case names its rules in its first
      line. `RulesTest` writes this page (`-Dzonec.rewrite=true`), and fails where a rule has no case or a
      case no rule.
      """;

  private RulesPage() {}

  static String of(List<Rule> rules, List<RuleCase> cases, Path root) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    Rule.Section section = new Rule.Section("", "");
    for (Rule rule : rules) {
      if (!rule.section().equals(section)) {
        section = rule.section();
        page.append("\n## [").append(section.title()).append("](language.md#");
        page.append(section.anchor()).append(")\n\n| rule | cases |\n|---|---|\n");
      }
      page.append("| `").append(rule.id()).append("` | ");
      page.append(String.join(" · ", shownBy(rule, cases, root))).append(" |\n");
    }
    return page.toString();
  }

  private static List<String> shownBy(Rule rule, List<RuleCase> cases, Path root)
      throws IOException {
    List<String> shown = new ArrayList<>();
    for (RuleCase one : cases) {
      if (one.rules().contains(rule.id())) {
        shown.add("[" + one.name() + "](cases/" + one.file() + ")");
      }
    }
    ShownElsewhere test = ShownElsewhere.BY_RULE.get(rule.id());
    if (test != null) {
      shown.add("[" + test.test() + "](../" + test.file(root) + ")");
    }
    return shown;
  }
}
