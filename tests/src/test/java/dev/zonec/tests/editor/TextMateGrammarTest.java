package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/**
 * The TextMate grammar is made from the keywords of the lexer, and divides texts as the lexer does.
 * With {@code -Dzonec.rewrite=true}, it is written.
 */
final class TextMateGrammarTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));
  private static final Path FILE = ROOT.resolve("editors/vscode/syntaxes/zone.tmLanguage.json");

  private static final String WORD = "[A-Za-z0-9_](?:[A-Za-z0-9_./-]*[A-Za-z0-9_])?";
  private static final String HOLE = "\\$\\{[A-Za-z][A-Za-z0-9_-]*\\}";

  /** The end of a word: no longer word begins here. */
  private static final String END = "(?![A-Za-z0-9_./-]*[A-Za-z0-9_])";

  /** The kinds of tokens that both can tell apart. */
  private enum Kind {
    DOC_COMMENT,
    COMMENT,
    STRING,
    TEMPLATE,
    ADDRESS,
    HANDLE,
    STATEMENT,
    KEYWORD,
    WORD,
    ARROW,
    SIGN
  }

  private record Rule(Kind kind, String scope, String pattern) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(Kind.DOC_COMMENT, "comment.line.documentation.zone", "##.*$"),
          new Rule(Kind.COMMENT, "comment.line.number-sign.zone", "#.*$"),
          new Rule(Kind.STRING, "string.quoted.double.zone", "\"(?:\\\\[\"\\\\]|[^\"\\\\])*\"?"),
          new Rule(
              Kind.TEMPLATE,
              "variable.parameter.zone",
              "(?:[A-Za-z0-9_][A-Za-z0-9_./-]*)?"
                  + HOLE
                  + "(?:[A-Za-z0-9_./-]*"
                  + HOLE
                  + ")*(?:[A-Za-z0-9_./-]*[A-Za-z0-9_])?"),
          new Rule(
              Kind.ADDRESS,
              "constant.numeric.address.zone",
              "[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:/[0-9]+)?"),
          new Rule(Kind.HANDLE, "entity.name.tag.zone", "@[A-Za-z0-9_./-]+"),
          new Rule(Kind.STATEMENT, "keyword.control.zone", "(?:" + keywords(true) + ")" + END),
          new Rule(Kind.KEYWORD, "keyword.other.zone", "(?:" + keywords(false) + ")" + END),
          new Rule(
              Kind.WORD, "constant.numeric.port.zone", "(?:tcp|udp|sctp)/[0-9]+(?:-[0-9]+)?" + END),
          new Rule(Kind.WORD, "constant.numeric.zone", "[0-9]+(?:[./-][0-9]+)*" + END),
          new Rule(Kind.WORD, "variable.other.zone", WORD),
          new Rule(Kind.ARROW, "keyword.operator.arrow.zone", "<->|->|~>"),
          new Rule(Kind.SIGN, "punctuation.zone", "==|!=|[{}()\\[\\],:=!/*]"));

  private static String keywords(boolean statements) {
    return IntStream.range(ZoneLexer.MODULE, ZoneLexer.ARROW)
        .filter(type -> (type < ZoneLexer.DENY) == statements)
        .mapToObj(ZoneLexer.VOCABULARY::getLiteralName)
        .map(literal -> literal.substring(1, literal.length() - 1))
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .collect(Collectors.joining("|"));
  }

  private static String written() {
    JsonObject grammar = new JsonObject();
    grammar.addProperty("name", "Zone program");
    grammar.addProperty("scopeName", "source.zone");
    JsonArray types = new JsonArray();
    types.add("zone");
    grammar.add("fileTypes", types);
    JsonArray patterns = new JsonArray();
    for (Rule rule : RULES) {
      JsonObject pattern = new JsonObject();
      pattern.addProperty("name", rule.scope());
      pattern.addProperty("match", rule.pattern());
      patterns.add(pattern);
    }
    grammar.add("patterns", patterns);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(grammar)
        + "\n";
  }

  @Test
  void theFileIsMadeFromTheLexer() throws IOException {
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, written());
    }
    assertThat(Files.readString(FILE)).isEqualTo(written());
  }

  /** Reads the file as an editor does: the earliest match counts, and of several the first rule. */
  private static List<Part> highlighted(String text) throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    JsonObject grammar = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
    for (JsonElement each : grammar.getAsJsonArray("patterns")) {
      patterns.add(Pattern.compile(each.getAsJsonObject().get("match").getAsString()));
    }
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      List<Matcher> matchers = patterns.stream().map(each -> each.matcher(line)).toList();
      for (int at = 0; at < line.length(); ) {
        int best = -1;
        for (int i = 0; i < matchers.size(); i++) {
          if (matchers.get(i).find(at)
              && (best < 0 || matchers.get(i).start() < matchers.get(best).start())) {
            best = i;
          }
        }
        if (best < 0) {
          break;
        }
        Matcher found = matchers.get(best);
        parts.add(new Part(start + found.start(), found.group(), RULES.get(best).kind()));
        at = found.end();
      }
      start += line.length() + 1;
    }
    return parts;
  }

  /** A part of a text: its start, its characters and its kind. */
  private record Part(int start, String text, Kind kind) {}

  private static List<Part> lexed(String text) {
    ZoneLexer lexer = new ZoneLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Part> parts = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      int type = token.getType();
      if (type != ZoneLexer.SPACE && type != ZoneLexer.UNEXPECTED) {
        parts.add(
            new Part(
                text.offsetByCodePoints(0, token.getStartIndex()),
                token.getText().replace("\r", ""),
                kind(type)));
      }
    }
    return parts;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case ZoneLexer.DOC_COMMENT -> Kind.DOC_COMMENT;
      case ZoneLexer.COMMENT -> Kind.COMMENT;
      case ZoneLexer.STRING, ZoneLexer.OPEN_STRING -> Kind.STRING;
      case ZoneLexer.TEMPLATE -> Kind.TEMPLATE;
      case ZoneLexer.IPV6 -> Kind.ADDRESS;
      case ZoneLexer.HANDLE -> Kind.HANDLE;
      case ZoneLexer.WORD -> Kind.WORD;
      case ZoneLexer.ARROW, ZoneLexer.BOTH, ZoneLexer.LEADS -> Kind.ARROW;
      default ->
          type < ZoneLexer.DENY
              ? Kind.STATEMENT
              : type < ZoneLexer.ARROW ? Kind.KEYWORD : Kind.SIGN;
    };
  }

  @Test
  void everyKeywordIsHighlighted() throws IOException {
    for (int type = ZoneLexer.MODULE; type < ZoneLexer.ARROW; type++) {
      String literal = ZoneLexer.VOCABULARY.getLiteralName(type);
      String word = literal.substring(1, literal.length() - 1);
      assertThat(highlighted(word + " x-" + word + " " + word + "s1"))
          .as(word)
          .containsExactly(
              new Part(0, word, kind(type)),
              new Part(word.length() + 1, "x-" + word, Kind.WORD),
              new Part(2 * word.length() + 4, word + "s1", Kind.WORD));
    }
  }

  @Test
  void sourcesAreDividedAsByTheLexer() throws IOException {
    int compared = 0;
    for (Path file : ZoneFiles.all()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r", "");
      assertThat(highlighted(text)).as(file.toString()).isEqualTo(lexed(text));
      compared++;
    }
    assertThat(compared).isGreaterThan(500);
  }
}
