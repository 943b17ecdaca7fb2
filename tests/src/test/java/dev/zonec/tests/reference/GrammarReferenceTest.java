package dev.zonec.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.runtime.ANTLRFileStream;
import org.antlr.v4.Tool;
import org.antlr.v4.tool.ast.GrammarRootAST;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The {@code ebnf} blocks of the reference equal the grammars. The reference decides which rules a
 * block contains. {@code -Dzonec.rewrite=true} rewrites the blocks.
 */
final class GrammarReferenceTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));
  private static final Path GRAMMARS =
      ROOT.resolve("grammar/src/main/antlr4/dev/zonec/grammar/parser/antlr");
  private static final List<Path> PAGES =
      Stream.of("spec/language.md", "spec/query.md").map(ROOT::resolve).toList();
  private static final Pattern BLOCK = Pattern.compile("(?s)```ebnf\\n(.*?)```");
  private static final Pattern NAME = Pattern.compile("(?m)^(\\w+) ::=");

  /** Tokens for errors: a text without an end, and characters without a meaning. */
  private static final Set<String> ERRORS = Set.of("OPEN_STRING", "UNEXPECTED");

  private static final GrammarNotation GRAMMAR =
      new GrammarNotation(grammar("ZoneLexer.g4"), grammar("ZoneParser.g4"));

  private static GrammarRootAST grammar(String file) {
    try {
      Path path = GRAMMARS.resolve(file);
      return new Tool().parse(file, new ANTLRFileStream(path.toString(), "UTF-8"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** No rule is recursive, so that deeply nested input cannot overflow the stack of the parser. */
  @Test
  void noRuleIsRecursive() {
    Set<String> finished = new HashSet<>();
    for (String rule : GRAMMAR.names()) {
      descend(rule, new ArrayList<>(), finished);
    }
    assertThat(finished).hasSizeGreaterThan(50);
  }

  private static void descend(String rule, List<String> above, Set<String> finished) {
    assertThat(above).as("the rules above %s", rule).doesNotContain(rule);
    if (!finished.contains(rule)) {
      above.add(rule);
      String text = GRAMMAR.rule(rule).replaceAll("\"[^\"]*\"", "");
      Pattern.compile("\\w+")
          .matcher(text.substring(text.indexOf("::=")))
          .results()
          .map(MatchResult::group)
          .filter(GRAMMAR.names()::contains)
          .forEach(used -> descend(used, above, finished));
      above.removeLast();
      finished.add(rule);
    }
  }

  @TestFactory
  Stream<DynamicTest> blocksAreTheGrammar() {
    return PAGES.stream()
        .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
  }

  private static void check(Path page) throws IOException {
    String text = Files.readString(page);
    String right =
        BLOCK
            .matcher(text)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        "```ebnf\n"
                            + names(block.group(1)).stream()
                                .map(GRAMMAR::rule)
                                .collect(Collectors.joining("\n"))
                            + "\n```"));
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(page, right);
    }
    assertThat(Files.readString(page)).isEqualTo(right);
  }

  private static List<String> names(String block) {
    return NAME.matcher(block).results().map(result -> result.group(1)).toList();
  }

  @Test
  void everyRuleOccursOnce() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path page : PAGES) {
      BLOCK
          .matcher(Files.readString(page))
          .results()
          .map((MatchResult block) -> block.group(1))
          .forEach(block -> found.addAll(names(block)));
    }
    List<String> wanted = new ArrayList<>(GRAMMAR.names());
    wanted.removeAll(ERRORS);
    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
  }

  /** The list of reserved words equals the keywords of the grammar. */
  @Test
  void reservedWordsAreListed() throws IOException {
    Set<String> reserved = new HashSet<>(GRAMMAR.words("word"));
    String page = Files.readString(PAGES.getFirst());
    Matcher list =
        Pattern.compile("(?s)begin statements and cannot be names: `([^`]*)`").matcher(page);
    assertThat(list.find()).isTrue();
    assertThat(list.group(1).split("\\s+")).containsExactlyInAnyOrderElementsOf(reserved);
  }
}
