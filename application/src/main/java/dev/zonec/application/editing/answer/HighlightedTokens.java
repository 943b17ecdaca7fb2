package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.Occurrence;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.Lexeme;
import dev.zonec.grammar.parser.Lexeme.Role;
import dev.zonec.grammar.parser.ZoneParsing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the meaning of each token of a source. */
public final class HighlightedTokens {
  private HighlightedTokens() {}

  /**
   * A token, or a part of one.
   *
   * @param role what it is used as
   * @param external whether it is the name of an external
   * @param declares whether it is the name in a declaration
   * @param builtIn whether it is a built-in name
   * @param span the characters, all on one line
   */
  public record Token(Role role, boolean external, boolean declares, boolean builtIn, Span span) {}

  /** Returns the tokens in order, without signs; they do not overlap. */
  public static List<Token> of(ProgramState state, Path file) {
    List<Token> tokens = new ArrayList<>();
    state
        .references()
        .module(file)
        .ifPresent(
            module -> {
              var source = module.source(file).orElseThrow();
              Map<Integer, List<Occurrence>> occurrences = new HashMap<>();
              for (Occurrence each : module.occurrences()) {
                if (each.span().source() == source.getKey().text()) {
                  occurrences
                      .computeIfAbsent(each.span().line(), line -> new ArrayList<>())
                      .add(each);
                }
              }
              for (Lexeme lexeme : ZoneParsing.lexemes(source.getKey().text())) {
                if (lexeme.role() != Role.SIGN) {
                  add(lexeme, occurrences.getOrDefault(lexeme.span().line(), List.of()), tokens);
                }
              }
            });
    return tokens;
  }

  /** Returns the tokens of a text, whose names are known by their form alone. */
  public static List<Token> of(SourceText text) {
    return ZoneParsing.lexemes(text).stream()
        .filter(lexeme -> lexeme.role() != Role.SIGN)
        .map(lexeme -> plain(lexeme, lexeme.span().start(), lexeme.span().end()))
        .toList();
  }

  private static void add(Lexeme lexeme, List<Occurrence> ofLine, List<Token> tokens) {
    Span span = lexeme.span();
    List<Occurrence> inside =
        ofLine.stream()
            .filter(each -> each.span().start() >= span.start() && each.span().end() <= span.end())
            .sorted(Comparator.comparingInt(each -> each.span().start()))
            .toList();
    int at = span.start();
    for (Occurrence each : inside) {
      if (each.span().start() < at) {
        continue;
      }
      if (each.span().start() > at && !isDot(span, at, each.span().start())) {
        tokens.add(plain(lexeme, at, each.span().start()));
      }
      Declaration declaration = each.declaration();
      tokens.add(
          new Token(
              role(declaration.kind(), lexeme.role()),
              declaration.kind() == Declaration.Kind.EXTERNAL,
              each.declares() && lexeme.declares(),
              declaration.builtIn(),
              each.span()));
      at = each.span().end();
    }
    if (at < span.end()) {
      tokens.add(plain(lexeme, at, span.end()));
    }
  }

  private static boolean isDot(Span span, int from, int to) {
    return to - from == 1 && span.source().content().charAt(from) == '.';
  }

  private static Token plain(Lexeme lexeme, int from, int to) {
    return new Token(
        lexeme.role(), false, lexeme.declares(), false, new Span(lexeme.span().source(), from, to));
  }

  private static Role role(Declaration.Kind kind, Role written) {
    return switch (kind) {
      case ZONE, EXTERNAL -> Role.PARTY;
      case SERVICE -> Role.SERVICE;
      case ASSERTION -> Role.ASSERTION;
      case PARAM -> Role.PARAM;
      case TIER -> Role.TIER;
      case ALIAS -> Role.ALIAS;
      case MODULE -> written;
    };
  }
}
