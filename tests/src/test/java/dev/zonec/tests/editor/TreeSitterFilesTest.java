package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.junit.jupiter.api.Test;

/**
 * The files of the tree-sitter grammar have the keywords of the lexer, and fit together. With
 * {@code -Dzonec.rewrite=true}, those that are made from others are written.
 */
final class TreeSitterFilesTest {
  static final Path FOLDER = Path.of(System.getProperty("zonec.root"), "editors", "tree-sitter");

  private static final String BEGIN = "; Keywords of the lexer: begin\n";
  private static final String END = "; Keywords of the lexer: end\n";

  /** Returns the keywords of programs, in the order of the lexer: not those of queries. */
  static List<String> keywords(boolean statements) {
    return ofPrograms().stream()
        .filter(type -> (type < ZoneLexer.DENY) == statements)
        .map(ZoneLexer.VOCABULARY::getLiteralName)
        .map(literal -> literal.substring(1, literal.length() - 1))
        .toList();
  }

  /** Finds the keywords that the rule of programs reads as such, and not as a name. */
  private static Set<Integer> ofPrograms() {
    Set<Integer> found = new TreeSet<>();
    Set<ATNState> seen = new HashSet<>();
    Deque<ATNState> open = new ArrayDeque<>();
    open.add(ZoneParser._ATN.ruleToStartState[ZoneParser.RULE_program]);
    while (!open.isEmpty()) {
      ATNState state = open.pop();
      if (state instanceof RuleStopState || !seen.add(state)) {
        continue;
      }
      for (Transition each : state.getTransitions()) {
        if (each instanceof RuleTransition rule) {
          open.add(rule.followState);
          if (rule.ruleIndex == ZoneParser.RULE_name || rule.ruleIndex == ZoneParser.RULE_word) {
            continue;
          }
        } else if (each.label() != null) {
          each.label().toList().stream()
              .filter(type -> type >= ZoneLexer.MODULE && type < ZoneLexer.ARROW)
              .forEach(found::add);
        }
        open.add(each.target);
      }
    }
    return found;
  }

  private static void isMade(String name, String expected) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  @Test
  void theGrammarHasTheKeywordsOfTheLexer() throws IOException {
    JsonObject words = new JsonObject();
    words.add("statements", array(keywords(true)));
    words.add("clauses", array(keywords(false)));
    isMade("keywords.json", new GsonBuilder().setPrettyPrinting().create().toJson(words) + "\n");
  }

  private static JsonArray array(List<String> words) {
    JsonArray array = new JsonArray();
    words.forEach(array::add);
    return array;
  }

  @Test
  void theQueriesOfHighlightsHaveTheKeywordsOfTheLexer() throws IOException {
    String name = "queries/highlights.scm";
    String text = Files.readString(FOLDER.resolve(name));
    String words =
        Stream.of(true, false)
            .flatMap(statements -> keywords(statements).stream())
            .map(word -> "  \"" + word + "\"\n")
            .collect(Collectors.joining("", "[\n", "] @keyword\n"));
    isMade(
        name,
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + words
            + text.substring(text.indexOf(END)));
    // Zed reads queries from the folder of its extension.
    isMade("../zed/languages/zone/highlights.scm", Files.readString(FOLDER.resolve(name)));
  }

  @Test
  void theExtensionOfZedNamesTheGrammarAndTheLanguage() throws IOException {
    Path zed = FOLDER.resolveSibling("zed");
    String extension = Files.readString(zed.resolve("extension.toml"));
    String language = Files.readString(zed.resolve("languages/zone/config.toml"));
    String grammar =
        JsonParser.parseString(Files.readString(FOLDER.resolve("tree-sitter.json")))
            .getAsJsonObject()
            .getAsJsonArray("grammars")
            .get(0)
            .getAsJsonObject()
            .get("name")
            .getAsString();
    assertThat(extension).contains("[grammars." + grammar + "]\n");
    assertThat(language).contains("grammar = \"" + grammar + "\"\n");
    assertThat(Files.readString(FOLDER.resolve("grammar.js")))
        .contains("name: '" + grammar + "',\n");
    String name = language.lines().findFirst().orElseThrow().replace("name = ", "");
    assertThat(extension).contains("languages = [" + name + "]\n");
    assertThat(extension).contains("path = \"editors/tree-sitter\"\n");
  }

  @Test
  void theParserIsMadeFromTheGrammar() throws Exception {
    int files = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("src/SHA256SUMS"))) {
      String name = line.substring(line.indexOf("  ") + 2);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(name)));
      assertThat(line)
          .as("run `npm run generate` in editors/tree-sitter, because %s changed", name)
          .startsWith(HexFormat.of().formatHex(digest));
      files++;
    }
    assertThat(files).isEqualTo(3);
  }
}
