package dev.zonec.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every rule of {@code spec/language.md} has an id and at least one case or test, and every case
 * names rules in its first line, {@code # rule ID, …}. {@code spec/rules.md} lists both; {@code
 * -Dzonec.rewrite=true} rewrites it.
 */
final class RulesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));
  private static final Path PAGE = ROOT.resolve("spec/rules.md");

  private static List<Rule> rules = List.of();
  private static List<RuleCase> cases = List.of();

  @BeforeAll
  static void read() throws IOException {
    rules = LanguagePage.rules(Files.readString(ROOT.resolve("spec/language.md")));
    cases = RuleCase.of(ROOT.resolve("spec/cases"));
    assertThat(rules).hasSizeGreaterThan(150);
    assertThat(cases).hasSizeGreaterThan(380);
  }

  private static Set<String> ids() {
    return rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyIdIsUnique() {
    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
  }

  /**
   * A row without an id would be a rule without a case. The meaning of all built-in names is one
   * rule.
   */
  @Test
  void everyRowOfATableHasAnId() throws IOException {
    boolean inTable = false;
    boolean ofNames = false;
    for (String line : Files.readAllLines(ROOT.resolve("spec/language.md"))) {
      boolean heads = line.startsWith("|") && !inTable;
      inTable = line.startsWith("|");
      if (heads) {
        ofNames = line.equals("| name | |");
        assertThat(ofNames || line.startsWith("| id | ")).as("%s", line).isTrue();
      } else if (inTable && !ofNames && !line.startsWith("|---")) {
        assertThat(line).containsPattern("^\\| `" + LanguagePage.ID + "` \\| ");
      }
    }
  }

  @Test
  void everyCaseNamesExistingRules() {
    Set<String> ids = ids();
    for (RuleCase one : cases) {
      assertThat(one.rules()).as("the first line of %s: # rule ID", one.file()).isNotEmpty();
      assertThat(one.rules()).as("%s", one.file()).isSubsetOf(ids).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyRuleHasACaseOrATest() {
    Set<String> missing = ids();
    cases.forEach(one -> missing.removeAll(one.rules()));
    missing.removeAll(ShownElsewhere.BY_RULE.keySet());
    assertThat(missing).as("rules without a case").isEmpty();
  }

  @Test
  void theNamedTestsExist() throws IOException {
    assertThat(ids()).containsAll(ShownElsewhere.BY_RULE.keySet());
    for (ShownElsewhere test : ShownElsewhere.BY_RULE.values()) {
      assertThat(ROOT.resolve(test.file(ROOT))).isRegularFile();
    }
  }

  /** Rejected programs define a language more precisely than accepted ones. */
  @Test
  void thereAreAsManyRejectedAsAcceptedPrograms() {
    assertThat(cases.stream().filter(one -> one.kind().equals("reject")).count())
        .isGreaterThanOrEqualTo(cases.stream().filter(one -> one.kind().equals("accept")).count());
  }

  @Test
  void thePageListsAllRules() throws IOException {
    String page = RulesPage.of(rules, cases, ROOT);
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
