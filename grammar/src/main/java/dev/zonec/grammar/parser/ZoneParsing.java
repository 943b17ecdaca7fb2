package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.OutlinedExpectations;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.ExpectationTree;
import dev.zonec.grammar.tree.QuestionTree;
import dev.zonec.grammar.tree.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Parses sources and queries of the zone language. */
public final class ZoneParsing {
  private ZoneParsing() {}

  /** Parses a source, and reports every syntax error. */
  public static Parsed<SourceFile> source(SourceText source) {
    return switch (parse(source)) {
      case Parsed.Tree<WellFormed>(WellFormed text) -> new Parsed.Tree<>(text.file());
      case Parsed.Malformed<WellFormed>(var problems) -> new Parsed.Malformed<>(problems);
    };
  }

  /** Parses a source, with its layout. */
  public static Parsed<OutlinedSource> outlined(SourceText source) {
    return switch (parse(source)) {
      case Parsed.Tree<WellFormed>(WellFormed text) ->
          new Parsed.Tree<>(new OutlinedSource(text.file(), text.outline()));
      case Parsed.Malformed<WellFormed>(var problems) -> new Parsed.Malformed<>(problems);
    };
  }

  /** Reads what can be read of a source that may be malformed. */
  public static PartialSource partial(SourceText source) {
    Read read = read(source);
    return new PartialSource(read.text().file(), read.problems());
  }

  /** Returns all tokens and comments of a source, in order. */
  public static List<Lexeme> lexemes(SourceText source) {
    WellFormed text = read(source).text();
    return LexemeReading.of(source, text.tokens().all(), text.programs());
  }

  /**
   * Returns what can be written at {@code offset} by the grammar; empty in a comment. The text from
   * {@code offset} on does not matter.
   */
  public static Optional<Expected> expected(SourceText source, int offset) {
    return Expecting.at(source, offset);
  }

  private static Parsed<WellFormed> parse(SourceText source) {
    Read read = read(source);
    return read.problems().isEmpty()
        ? new Parsed.Tree<>(read.text())
        : new Parsed.Malformed<>(read.problems());
  }

  /** A source that was parsed, and its syntax errors in order. */
  private record Read(WellFormed text, List<Diagnostic> problems) {}

  private static Read read(SourceText source) {
    Tokens tokens = Tokens.of(source);
    List<Diagnostic> problems = new ArrayList<>(tokens.problems());
    SyntaxProblems syntax = new SyntaxProblems(source);
    ZoneParser parser = parser(tokens, syntax);
    List<ZoneParser.ProgramContext> programs = new ArrayList<>();
    do {
      // After an error, the parser is at the next statement or at the end.
      programs.add(parser.program());
    } while (parser.getInputStream().LA(1) != IntStream.EOF);
    problems.addAll(unexplained(source, syntax.all(), tokens.problems()));
    return new Read(new WellFormed(source, tokens, programs), sorted(problems));
  }

  /**
   * Removes syntax errors on lines with an invalid character, which probably caused them. A {@code
   * ;} that ends a statement does not cause the errors before it.
   */
  private static List<Diagnostic> unexplained(
      SourceText source, List<Diagnostic> syntax, List<Diagnostic> characters) {
    return syntax.stream()
        .filter(problem -> characters.stream().noneMatch(each -> explains(source, each, problem)))
        .toList();
  }

  private static boolean explains(SourceText source, Diagnostic character, Diagnostic problem) {
    int offset = SyntaxProblems.offsetOf(character);
    boolean separator = source.content().startsWith(";", offset);
    return SyntaxProblems.lineOf(character) == SyntaxProblems.lineOf(problem)
        && !(separator && SyntaxProblems.offsetOf(problem) < offset);
  }

  /** Parses a question such as {@code web ~> redis : http} or {@code resolve web}. */
  public static Parsed<QuestionTree> query(SourceText source) {
    Tokens tokens = Tokens.of(source);
    List<Diagnostic> problems = new ArrayList<>(tokens.problems());
    SyntaxProblems syntax = new SyntaxProblems(source);
    ZoneParser parser = parser(tokens, syntax);
    ZoneParser.QueryContext context = parser.query();
    problems.addAll(syntax.all());
    return problems.isEmpty()
        ? new Parsed.Tree<>(new QueryBuilder(new WordBuilder(source)).build(context))
        : malformed(problems);
  }

  /** Parses one end of a question, such as {@code shop/web}, as the question for its members. */
  public static Parsed<QuestionTree> end(SourceText source) {
    Tokens tokens = Tokens.of(source);
    List<Diagnostic> problems = new ArrayList<>(tokens.problems());
    SyntaxProblems syntax = new SyntaxProblems(source);
    ZoneParser.SingleEndContext context = parser(tokens, syntax).singleEnd();
    problems.addAll(syntax.all());
    return problems.isEmpty()
        ? new Parsed.Tree<>(new QueryBuilder(new WordBuilder(source)).build(context))
        : malformed(problems);
  }

  /** Parses expectations, one on each line, and reports every syntax error. */
  public static Parsed<List<ExpectationTree>> expectations(SourceText source) {
    return switch (outlinedExpectations(source)) {
      case Parsed.Tree<OutlinedExpectations>(var read) -> new Parsed.Tree<>(read.expectations());
      case Parsed.Malformed<OutlinedExpectations>(var problems) -> new Parsed.Malformed<>(problems);
    };
  }

  /** Parses expectations, with their layout. */
  public static Parsed<OutlinedExpectations> outlinedExpectations(SourceText source) {
    Tokens tokens = Tokens.of(source);
    List<Diagnostic> problems = new ArrayList<>(tokens.problems());
    SyntaxProblems syntax = new SyntaxProblems(source);
    List<ExpectationTree> expectations = new ArrayList<>();
    List<ZoneParser.ExpectationContext> contexts = new ArrayList<>();
    for (List<Token> line : ExpectationLines.of(tokens.meaningful())) {
      int before = syntax.all().size();
      ZoneParser.ExpectationContext context = parser(line, syntax).expectation();
      if (syntax.all().size() == before && tokens.problems().isEmpty()) {
        expectations.add(new QueryBuilder(new WordBuilder(source)).build(context));
        contexts.add(context);
      }
    }
    problems.addAll(unexplained(source, syntax.all(), tokens.problems()));
    // The parser of each line has counted its tokens from 0.
    for (int i = 0; i < tokens.all().size(); i++) {
      ((WritableToken) tokens.all().get(i)).setTokenIndex(i);
    }
    return problems.isEmpty()
        ? new Parsed.Tree<>(
            new OutlinedExpectations(
                expectations, new OutlineBuilder(source, tokens.all()).expectations(contexts)))
        : malformed(problems);
  }

  private static ZoneParser parser(Tokens tokens, SyntaxProblems problems) {
    return parser(tokens.meaningful(), problems);
  }

  private static ZoneParser parser(List<Token> tokens, SyntaxProblems problems) {
    CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
    stream.fill();
    ZoneParser parser = new ZoneParser(stream);
    parser.removeErrorListeners();
    parser.addErrorListener(problems);
    parser.setErrorHandler(new StatementRecovery());
    // LL prediction is as fast as SLL for this grammar, and reports errors at the right token.
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return parser;
  }

  private static <T> Parsed<T> malformed(List<Diagnostic> problems) {
    return new Parsed.Malformed<>(sorted(problems));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> problems) {
    List<Diagnostic> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(SyntaxProblems::offsetOf));
    return sorted;
  }

  /** The parse trees of a source. */
  private record WellFormed(
      SourceText source, Tokens tokens, List<ZoneParser.ProgramContext> programs) {
    SourceFile file() {
      StatementBuilder builder = new StatementBuilder(source, tokens.all());
      return new SourceFile(
          source, programs.stream().flatMap(program -> builder.build(program).stream()).toList());
    }

    Outline outline() {
      return new OutlineBuilder(source, tokens.all()).outline(programs);
    }
  }

  /** The tokens of a source, and the problems with single characters. */
  private record Tokens(List<Token> all, List<Token> meaningful, List<Diagnostic> problems) {
    static Tokens of(SourceText source) {
      ZoneLexer lexer = new ZoneLexer(CharStreams.fromString(source.content(), source.name()));
      lexer.removeErrorListeners();
      List<Token> all = new ArrayList<>();
      for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
        all.add(token);
        if (token.getType() == Token.EOF) {
          break;
        }
      }
      List<Token> meaningful = new ArrayList<>();
      for (Token token : all) {
        if (token.getType() != ZoneLexer.UNEXPECTED && token.getType() != ZoneLexer.OPEN_STRING) {
          meaningful.add(token);
        }
      }
      return new Tokens(all, meaningful, CharacterProblems.in(source, all));
    }
  }
}
