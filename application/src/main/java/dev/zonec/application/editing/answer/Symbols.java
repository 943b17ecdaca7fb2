package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.answer.Symbol.Kind;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists the statements of sources. */
public final class Symbols {
  private static final int LONGEST = 60;

  private Symbols() {}

  /** Returns the outline of the source {@code file}. */
  public static List<Symbol> of(ProgramState state, Path file) {
    return state
        .source(file)
        .map(source -> of(source.getValue().file().statements()))
        .orElse(List.of());
  }

  private static List<Symbol> of(List<Statement> statements) {
    return statements.stream().map(Symbols::of).toList();
  }

  private static Symbol of(Statement statement) {
    return switch (statement) {
      case Statement.Module s -> named(Kind.MODULE, s.name(), s, List.of());
      case Statement.Import s -> named(Kind.IMPORT, s.alias(), s, List.of());
      case Statement.Param s -> named(Kind.PARAM, s.name(), s, List.of());
      case Statement.Zone s -> named(Kind.ZONE, s.name(), s, List.of());
      case Statement.External s -> named(Kind.EXTERNAL, s.name(), s, List.of());
      case Statement.Service s -> named(Kind.SERVICE, s.name(), s, List.of());
      case Statement.Assert s -> named(Kind.ASSERTION, s.name(), s, List.of());
      case Statement.Allow s -> unnamed(Kind.FLOW, s, List.of());
      case Statement.When s -> unnamed(Kind.BLOCK, s, of(s.body()));
      case Statement.Foreach s -> unnamed(Kind.BLOCK, s, of(s.body()));
      case Statement.Cluster s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Defaults s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Assume s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Emit s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Trust s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Disjoint s -> unnamed(Kind.SETTING, s, List.of());
      case Statement.Waive s -> unnamed(Kind.SETTING, s, List.of());
    };
  }

  private static Symbol named(Kind kind, Word name, Statement statement, List<Symbol> children) {
    return new Symbol(
        kind,
        name.text().isEmpty() ? "(unnamed)" : name.text(),
        StatementText.head(statement),
        statement.span(),
        name.span(),
        children);
  }

  private static Symbol unnamed(Kind kind, Statement statement, List<Symbol> children) {
    String head = StatementText.head(statement);
    int brace = head.indexOf(" { ");
    String name = kind == Kind.FLOW || (kind == Kind.BLOCK && brace > 0) ? cut(head, brace) : head;
    return new Symbol(
        kind,
        name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name,
        "",
        statement.span(),
        statement.span().firstLine(),
        children);
  }

  private static String cut(String head, int brace) {
    return brace > 0 ? head.substring(0, brace) : head;
  }

  /**
   * Returns the declarations of {@code programs} whose names contain the characters of {@code
   * query} in this order, each once.
   */
  public static List<NamedPlace> matching(Collection<ProgramState> programs, String query) {
    Map<List<Object>, NamedPlace> found = new LinkedHashMap<>();
    for (ProgramState program : programs) {
      for (var module : program.references().modules()) {
        for (Declaration each : module.declarations()) {
          if (each.kind() != Declaration.Kind.TIER && matches(each.name(), query)) {
            program
                .file(each.span().source())
                .ifPresent(
                    file ->
                        found.putIfAbsent(
                            List.of(file, each.span().start()),
                            new NamedPlace(Kind.of(each.kind()), each.name(), file, each.span())));
          }
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /**
   * A declaration in a file.
   *
   * @param kind what is declared
   * @param name its name
   * @param file the file
   * @param span the name in the declaration
   */
  public record NamedPlace(Kind kind, String name, Path file, Span span) {}

  private static boolean matches(String name, String query) {
    String lower = name.toLowerCase(Locale.ROOT);
    int at = 0;
    for (char c : query.toLowerCase(Locale.ROOT).toCharArray()) {
      at = lower.indexOf(c, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
