package dev.zonec.tests.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of {@code spec/language.md}: an id in brackets begins a rule in prose, and an id in the
 * first cell of a row one in a table. What stands in fences is no rule.
 */
final class LanguagePage {
  /** Area, dot, name. */
  static final String ID = "[a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)*";

  private static final Pattern HEADING = Pattern.compile("#+ (.*)");
  private static final Pattern IN_ROW = Pattern.compile("^\\| `(" + ID + ")` \\|");
  private static final Pattern IN_PROSE = Pattern.compile("\\[`(" + ID + ")`](?!\\()");

  private LanguagePage() {}

  /** In the order of the page, with those that are there twice. */
  static List<Rule> rules(String page) {
    List<Rule> rules = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Rule.Section section = new Rule.Section("", "");
    boolean fenced = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      }
      if (fenced) {
        continue;
      }
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        section = section(heading.group(1), seen);
      }
      Matcher id = (line.startsWith("|") ? IN_ROW : IN_PROSE).matcher(line);
      while (id.find()) {
        rules.add(new Rule(id.group(1), section));
      }
    }
    return rules;
  }

  /** The anchor is made as GitHub makes it, with a number from the second one of a name on. */
  private static Rule.Section section(String title, Map<String, Integer> seen) {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "");
    String name = words.replace(' ', '-');
    int before = seen.merge(name, 1, Integer::sum) - 1;
    return new Rule.Section(title, before == 0 ? name : name + "-" + before);
  }
}
