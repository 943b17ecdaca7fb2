package dev.zonec.tests.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of a rule.
 *
 * @param file the program, below {@code spec/cases}, with {@code /}
 * @param rules the ids in its first line; empty if the line contains none
 */
record RuleCase(String file, List<String> rules) {
  private static final List<String> KINDS = List.of("accept", "warn", "reject", "verdicts", "lint");
  private static final Pattern FIRST =
      Pattern.compile("\ufeff?# rule (" + LanguagePage.ID + "(?:, " + LanguagePage.ID + ")*)");

  RuleCase {
    rules = List.copyOf(rules);
  }

  /**
   * Returns the kind of the case: {@code accept}, {@code warn}, {@code reject}, {@code verdicts} or
   * {@code lint}.
   */
  String kind() {
    return file.substring(0, file.indexOf('/'));
  }

  /** Returns the name of the case in lists. */
  String name() {
    String name = file.substring(0, file.length() - ".zone".length());
    return kind().equals("verdicts") ? name.substring(0, name.lastIndexOf('/')) : name;
  }

  /**
   * Returns all cases, sorted by kind and path. Imported sources, below {@code *.d}, are not cases.
   */
  static List<RuleCase> of(Path cases) throws IOException {
    List<RuleCase> all = new ArrayList<>();
    for (String kind : KINDS) {
      try (Stream<Path> files = Files.walk(cases.resolve(kind))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".zone")).sorted().toList()) {
          String name = cases.relativize(file).toString().replace('\\', '/');
          if (!name.contains(".d/")) {
            all.add(new RuleCase(name, rules(Files.readString(file))));
          }
        }
      }
    }
    return all;
  }

  private static List<String> rules(String content) {
    Matcher first = FIRST.matcher(content.lines().findFirst().orElse(""));
    return first.matches() ? List.of(first.group(1).split(", ")) : List.of();
  }
}
