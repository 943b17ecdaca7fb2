package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.parser.mistake.Guess;
import dev.zonec.grammar.parser.mistake.Mistakes;
import dev.zonec.grammar.parser.mistake.UnexpectedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Converts syntax errors of the parser to diagnostics, with a readable name for every token. */
final class SyntaxProblems extends BaseErrorListener {
  private static final Map<Integer, String> FRIENDLY =
      Map.ofEntries(
          Map.entry(ZoneLexer.WORD, "a name"),
          Map.entry(ZoneLexer.STRING, "a string in double quotes"),
          Map.entry(ZoneLexer.HANDLE, "an owner such as `@team`"),
          Map.entry(ZoneLexer.IPV6, "an address block"),
          Map.entry(ZoneLexer.EQUAL, "`=`"),
          Map.entry(Token.EOF, "the end of the file"));

  private final SourceText source;
  private final Offsets offsets;
  private final List<Diagnostic> problems = new ArrayList<>();

  SyntaxProblems(SourceText source) {
    this.source = source;
    this.offsets = new Offsets(source.content());
  }

  List<Diagnostic> all() {
    return problems;
  }

  boolean none() {
    return problems.isEmpty();
  }

  static int offsetOf(Diagnostic problem) {
    return problem.place() instanceof Place.At at ? at.span().start() : 0;
  }

  static int lineOf(Diagnostic problem) {
    return problem.place() instanceof Place.At at ? at.span().line() : 0;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object offendingSymbol,
      int line,
      int charPositionInLine,
      String msg,
      @Nullable RecognitionException e) {
    Parser parser = (Parser) recognizer;
    Token found = offendingSymbol instanceof Token token ? token : parser.getCurrentToken();
    IntervalSet expected = expected(parser, e);
    SortedSet<String> names = friendly(expected);
    String what = found.getType() == Token.EOF ? end(parser) : "`" + shown(found) + "`";
    String wanted = wanted(names, expected);
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0004,
                offsets.span(source, found),
                wanted.isEmpty()
                    ? what + " is not expected here"
                    : "expected " + wanted + ", found " + what)
            .labelled(wanted.isEmpty() ? "" : "expected " + wanted);
    UnexpectedToken at = UnexpectedToken.of(parser, found, expected);
    Diagnostic nearest = withHelp(problem, found, expected);
    if (!problems.isEmpty() && Mistakes.closesNothing(at)) {
      // The error before this one has removed the statement that the brace closes.
      return;
    }
    problems.add(
        Mistakes.guess(at)
            .map(guess -> guessed(problem, guess))
            .orElseGet(
                () -> nearest.notes().isEmpty() ? guessed(problem, Mistakes.form(at)) : nearest));
  }

  /** Returns the name of the end: expectations are parsed line by line. */
  private static String end(Parser parser) {
    return parser.getRuleInvocationStack().contains("expectation")
        ? "the end of the line"
        : "the end of the file";
  }

  private Diagnostic guessed(Diagnostic problem, Guess guess) {
    Diagnostic blamed =
        guess.cause().isEmpty()
            ? problem
            : Diagnostic.error(
                Code.ZC0004,
                guess
                    .place()
                    .map(token -> offsets.span(source, token))
                    .orElseGet(() -> ((Place.At) problem.place()).span()),
                guess.cause());
    for (int i = 0; i < guess.helps().size(); i++) {
      String help = guess.helps().get(i);
      blamed =
          i == 0 && guess.replacement().isPresent()
              ? blamed.help(help, ((Place.At) blamed.place()).span(), guess.replacement().get())
              : blamed.help(help);
    }
    return blamed;
  }

  private static IntervalSet expected(Parser parser, @Nullable RecognitionException e) {
    if (e instanceof NoViableAltException none
        && none.getStartToken().getTokenIndex() < none.getOffendingToken().getTokenIndex()) {
      // The expected tokens are known only for the start of the decision, not for the token where
      // no alternative matches.
      return new IntervalSet(
          parser.getContext() instanceof ZoneParser.FlowContext
              ? new int[] {ZoneLexer.ARROW, ZoneLexer.BOTH}
              : new int[] {});
    }
    IntervalSet expected = e == null ? null : e.getExpectedTokens();
    return expected == null ? parser.getExpectedTokens() : expected;
  }

  private static String wanted(SortedSet<String> names, IntervalSet expected) {
    boolean statement = expected.contains(ZoneLexer.ZONE);
    boolean anyName = expected.contains(ZoneLexer.WORD) && expected.contains(ZoneLexer.HOPS);
    List<String> wanted = new ArrayList<>();
    if (anyName) {
      names.removeIf(name -> isKeyword(name));
    } else if (statement) {
      names.removeIf(name -> isKeyword(name));
      wanted.add("a statement such as `zone`, `allow` or `assert`");
    }
    wanted.addAll(names);
    if (wanted.size() > 6) {
      return "";
    }
    return wanted.size() < 2
        ? String.join("", wanted)
        : String.join(", ", wanted.subList(0, wanted.size() - 1)) + " or " + wanted.getLast();
  }

  private static boolean isKeyword(String name) {
    return name.length() > 2 && name.charAt(0) == '`' && Character.isLetter(name.charAt(1));
  }

  private Diagnostic withHelp(Diagnostic problem, Token found, IntervalSet expected) {
    List<String> keywords = new ArrayList<>();
    for (int type : expected.toList()) {
      if (Keywords.isKeyword(type)) {
        keywords.add(friendly(type).replace("`", ""));
      }
    }
    boolean nameWanted = expected.contains(ZoneLexer.WORD);
    if (found.getType() == ZoneLexer.WORD && !nameWanted) {
      return NearestName.to(found.getText(), keywords)
          .map(
              nearest ->
                  problem.help(
                      "did you mean `" + nearest + "`?", offsets.span(source, found), nearest))
          .orElse(problem);
    }
    if (nameWanted && Keywords.beginStatement(found.getType())) {
      return problem
          .note("`" + found.getText() + "` begins a statement and cannot be a name")
          .help("choose another name, such as `" + found.getText() + "s`");
    }
    return switch (found.getType()) {
      case ZoneLexer.MODULE, ZoneLexer.IMPORT, ZoneLexer.PARAM ->
          expected.contains(ZoneLexer.ZONE)
              ? problem.note("`" + found.getText() + "` is not allowed inside `when` or `foreach`")
              : problem;
      case ZoneLexer.FOREACH ->
          expected.contains(ZoneLexer.ZONE)
              ? problem.help("`foreach` cannot be nested: write each one by itself")
              : problem;
      case ZoneLexer.WHEN ->
          expected.contains(ZoneLexer.ZONE)
              ? problem.help(
                  expected.contains(ZoneLexer.FOREACH)
                      ? "`when` cannot be nested: write `when a = x, b = y { … }`"
                      : "write `when` around the `foreach`, not inside it")
              : problem;
      case ZoneLexer.TEMPLATE ->
          problem.note(
              "a parameter can only replace an address block, a port, a namespace or a label's"
                  + " value");
      case ZoneLexer.LBRACKET ->
          expected.contains(ZoneLexer.LBRACE)
              ? problem.help("write a set of zones in braces: `{a, b}`")
              : problem;
      default -> problem;
    };
  }

  private static String shown(Token token) {
    String text = token.getText();
    return text.length() > 40 ? text.substring(0, 39) + "…" : text;
  }

  private static SortedSet<String> friendly(IntervalSet types) {
    SortedSet<String> names = new TreeSet<>();
    for (int type : types.toList()) {
      // A parameter is possible wherever a word is; it is not listed each time.
      if (type != Token.EPSILON && type != ZoneLexer.TEMPLATE) {
        names.add(friendly(type));
      }
    }
    return names;
  }

  private static String friendly(int type) {
    String friendly = FRIENDLY.get(type);
    if (friendly != null) {
      return friendly;
    }
    String literal = ZoneLexer.VOCABULARY.getLiteralName(type);
    return literal == null
        ? ZoneLexer.VOCABULARY.getDisplayName(type).toLowerCase(java.util.Locale.ROOT)
        : "`" + literal.substring(1, literal.length() - 1) + "`";
  }
}
