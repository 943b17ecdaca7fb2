package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Lexeme;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.tests.editor.TreeSitterParser.Capture;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.treesitter.TSQuery;

/** The tree-sitter grammar reads programs as zonec does. It needs a C compiler. */
final class TreeSitterTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));
  private static final int CHANGED = Integer.getInteger("zonec.changed", 1_000);
  private static final Set<String> BUILT_IN =
      Set.of("any", "any-pod", "internet", "apiserver", "nodes");

  /** Words that have a meaning beside a name, and most of them where a name can stand. */
  private static final List<String> MANIFOLD =
      List.of("other", "within", "children", "except", "of", "via", "in");

  private static final Pattern NUMBER =
      Pattern.compile("(?:tcp|udp|sctp)/[0-9]+(?:-[0-9]+)?|[0-9]+(?:[./-][0-9]+)*");
  private static final Set<Lexeme.Role> NAMES =
      Set.of(
          Lexeme.Role.MODULE,
          Lexeme.Role.PARTY,
          Lexeme.Role.SERVICE,
          Lexeme.Role.ASSERTION,
          Lexeme.Role.PARAM,
          Lexeme.Role.ALIAS,
          Lexeme.Role.TIER,
          Lexeme.Role.LABEL_KEY,
          Lexeme.Role.LABEL_VALUE,
          Lexeme.Role.NAMESPACE,
          Lexeme.Role.VALUE,
          Lexeme.Role.KEYWORD);

  @TempDir private static Path folder;
  private static TreeSitterParser parser;

  @BeforeAll
  static void compile() throws Exception {
    Optional<Path> compiler = TreeSitterParser.compiler();
    Assumptions.assumeTrue(compiler.isPresent(), "no C compiler is on the PATH");
    parser =
        TreeSitterParser.load(TreeSitterParser.compile(compiler.orElseThrow(), folder), folder);
  }

  @AfterAll
  static void close() {
    if (parser != null) {
      parser.close();
    }
  }

  /** Returns the sources of all cases and examples that are text. */
  private static List<SourceText> sources() throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (Path file : ZoneFiles.all()) {
      try {
        sources.add(SourceText.decoded(file.toString(), Files.readAllBytes(file)));
      } catch (CharacterCodingException e) {
        // Not a text; the parser of zonec does not see it either.
      }
    }
    return sources;
  }

  private static boolean isWellFormed(SourceText source) {
    return ZoneParsing.source(source) instanceof Parsed.Tree<?>;
  }

  /** Returns the captures that an editor must find, by the roles of the tokens. */
  private static List<Capture> expected(SourceText source) {
    return ZoneParsing.lexemes(source).stream()
        .map(
            each ->
                new Capture(
                    each.span().start(), each.span().text(), name(each.role(), each.span().text())))
        .toList();
  }

  private static String name(Lexeme.Role role, String text) {
    return switch (role) {
      case KEYWORD -> "keyword";
      case SIGN ->
          switch (text) {
            case "{", "}", "(", ")", "[", "]" -> "punctuation.bracket";
            case ",", ":", "/" -> "punctuation.delimiter";
            default -> "operator";
          };
      case MODULE, ALIAS, PARTY -> "type";
      case SERVICE -> "constant";
      case PORT ->
          text.contains("${")
              ? "variable.parameter"
              : text.contains("/") ? "constant.numeric" : "constant";
      case ASSERTION, TIER -> "label";
      case PARAM -> "variable.parameter";
      case TYPE -> BUILT_IN.contains(text) ? "type" : "type.builtin";
      case LABEL_KEY -> "attribute";
      case LABEL_VALUE, NAMESPACE, VALUE ->
          text.contains("${")
              ? "variable.parameter"
              : text.startsWith("@")
                  ? "tag"
                  : NUMBER.matcher(text).matches() ? "constant.numeric" : "string.special";
      case ADDRESS -> text.contains("${") ? "variable.parameter" : "constant.numeric";
      case STRING -> "string";
      case COMMENT -> "comment";
      case DOC_COMMENT -> "comment.documentation";
      case INVALID -> "invalid";
    };
  }

  /** Returns the highlights of a text; those of a name of a built-in party as if it had none. */
  private static List<Capture> highlights(TSQuery query, SourceText source) {
    return parser.captures(query, source.content()).stream()
        .map(
            each ->
                each.name().equals("type.builtin") && BUILT_IN.contains(each.text())
                    ? new Capture(each.start(), each.text(), "type")
                    : each)
        .toList();
  }

  @Test
  void sourcesAreReadAsByZonec() throws IOException {
    int compared = 0;
    try (TSQuery query = parser.query("queries/highlights.scm")) {
      for (SourceText source : sources()) {
        if (compare(query, source)) {
          compared++;
        } else {
          parser.captures(query, source.content());
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  /**
   * At each place of a name, each kind of statement has every third keyword, and words that can be
   * more than a name; pairs of them if only words are between two places.
   */
  @Test
  void keywordsAreNamesWhereTheyAreForZonec() throws IOException {
    List<String> words = keywords();
    int compared = 0;
    int first = 0;
    try (TSQuery query = parser.query("queries/highlights.scm")) {
      for (String statement :
          Files.readAllLines(ROOT.resolve("tests/src/test/resources/editor/names.txt"))) {
        String[] parts = statement.split("%s", -1);
        for (int place = 0; place < parts.length - 1; place++) {
          for (int i = first; i < words.size(); i += 3) {
            compared += compare(query, filled(statement, place, words.get(i))) ? 1 : 0;
          }
          first = (first + 1) % 3;
          for (String word : MANIFOLD) {
            for (String next : parts[place + 1].matches("[a-z ]+") ? MANIFOLD : List.of("x")) {
              compared += compare(query, filled(statement, place, word, next)) ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(2_000);
  }

  /** Writes words into a statement from a place on, and {@code x} into the others. */
  private static SourceText filled(String statement, int place, String... words) {
    StringBuilder text = new StringBuilder();
    String[] parts = statement.split("%s", -1);
    for (int i = 0; i < parts.length; i++) {
      int word = i - 1 - place;
      text.append(i == 0 ? "" : word >= 0 && word < words.length ? words[word] : "x")
          .append(parts[i]);
    }
    return new SourceText(statement, text + "\nzone last { }\n");
  }

  private static List<String> keywords() {
    return Stream.of(true, false)
        .flatMap(statements -> TreeSitterFilesTest.keywords(statements).stream())
        .toList();
  }

  /** Compares how a source is read, if zonec can read it, and returns whether it can. */
  private static boolean compare(TSQuery query, SourceText source) {
    if (!isWellFormed(source)) {
      return false;
    }
    assertThat(parser.firstError(source.content())).as(source.content()).isEmpty();
    assertThat(highlights(query, source)).as(source.content()).isEqualTo(expected(source));
    return true;
  }

  /** In sources of the cases, a name becomes a keyword, or a token goes or comes twice. */
  @Test
  void changedSourcesAreReadAsByZonec() throws IOException {
    List<SourceText> sources =
        sources().stream()
            .filter(
                each ->
                    each.content().length() < 600
                        && isWellFormed(each)
                        && !ZoneParsing.lexemes(each).isEmpty())
            .toList();
    List<String> words = keywords();
    Random random = new Random(142);
    int compared = 0;
    try (TSQuery query = parser.query("queries/highlights.scm")) {
      for (int i = 0; i < CHANGED; i++) {
        SourceText source = sources.get(random.nextInt(sources.size()));
        compared += compare(query, changed(source, words, random)) ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(CHANGED / 8);
  }

  private static SourceText changed(SourceText source, List<String> words, Random random) {
    List<Lexeme> lexemes = ZoneParsing.lexemes(source);
    String text = source.content();
    // From the end, so that the places of the others stay.
    List<Integer> places =
        random
            .ints(1 + random.nextInt(3), 0, lexemes.size())
            .distinct()
            .boxed()
            .sorted(Comparator.reverseOrder())
            .toList();
    for (int place : places) {
      Lexeme lexeme = lexemes.get(place);
      String old = lexeme.span().text();
      String word =
          random.nextBoolean()
              ? MANIFOLD.get(random.nextInt(MANIFOLD.size()))
              : words.get(random.nextInt(words.size()));
      String fresh =
          switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> old + " " + old;
            case 2 -> word + " " + old;
            default -> NAMES.contains(lexeme.role()) ? word : old;
          };
      text = text.substring(0, lexeme.span().start()) + fresh + text.substring(lexeme.span().end());
    }
    return new SourceText("changed " + source.name(), text);
  }

  @Test
  void otherQueriesFindTheirNodes() throws IOException {
    String text =
        """
        module shop
        zone web in front {
          namespace shop
        }
        allow {web, other db} -> db : tcp/1 { owner a }
        assert sealed: never web -> db
        """;
    assertThat(found("queries/folds.scm", text))
        .containsExactly("fold {", "fold {web, other db}", "fold { owner a }");
    assertThat(found("queries/indents.scm", text))
        .contains("indent {", "indent.begin {", "outdent }", "indent.branch }")
        .hasSize(15);
    assertThat(found("queries/tags.scm", text))
        .contains(
            "name shop",
            "definition.module module shop",
            "name sealed",
            "name front",
            "reference.class front")
        .isNotEmpty();
    assertThat(found("queries/locals.scm", text))
        .contains("local.definition.type web", "local.reference db");
    assertThat(found("../zed/languages/zone/outline.scm", text))
        .containsSubsequence("item module shop", "context module", "name shop")
        .containsSubsequence("item zone web in front {", "context zone", "name web")
        .containsSubsequence("item assert sealed: never web -> db", "name sealed")
        .hasSize(9);
    assertThat(found("../zed/languages/zone/brackets.scm", text))
        .containsExactly("open {", "close }", "open {", "close }", "open {", "close }");
    assertThat(found("../zed/languages/zone/indents.scm", text))
        .contains("indent {", "end }")
        .hasSize(6);
  }

  private static List<String> found(String file, String text) throws IOException {
    try (TSQuery query = parser.query(file)) {
      return parser.captures(query, text).stream()
          .map(each -> each.name() + " " + each.text().lines().findFirst().orElseThrow())
          .collect(Collectors.toList());
    }
  }
}
