package dev.zonec.tests.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules in {@code spec/language.md}. An id in brackets starts a rule in the text; an id in the
 * first cell of a table row is a rule of its own. Fenced blocks contain no rules.
 */
final class LanguagePage {
  /** The form of an id: an area, a dot and a name. */
  static final String ID = "[a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)*";

  private static final Pattern HEADING = Pattern.compile("#+ (.*)");
  private static final Pattern IN_ROW = Pattern.compile("^\\| `(" + ID + ")` \\|");
  private static final Pattern IN_PROSE = Pattern.compile("\\[`(" + ID + ")`](?!\\()");

  private LanguagePage() {}

  /** Returns the ids in the order of the page, including duplicates. */
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

  /** Returns the anchor of a heading as GitHub creates it: repeated headings get a number. */
  private static Rule.Section section(String title, Map<String, Integer> seen) {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "");
    String name = words.replace(' ', '-');
    int before = seen.merge(name, 1, Integer::sum) - 1;
    return new Rule.Section(title, before == 0 ? name : name + "-" + before);
  }
}
