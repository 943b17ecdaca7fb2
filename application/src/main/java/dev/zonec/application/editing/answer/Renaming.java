package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.answer.NameSpans.InFile;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.ModuleReferences;
import dev.zonec.compiler.reference.Occurrence;
import dev.zonec.compiler.resolve.NameSyntax;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The outcome of renaming something that programs declare. */
public sealed interface Renaming {
  /**
   * Nothing is renamed.
   *
   * @param reason why, as a sentence without a full stop
   */
  record Refused(String reason) implements Renaming {}

  /**
   * The name can be replaced.
   *
   * @param places the characters to replace, by file and position
   * @param name what replaces them
   */
  record Renamed(List<InFile> places, String name) implements Renaming {
    /** Copies the places. */
    public Renamed {
      places = List.copyOf(places);
    }
  }

  /** Returns the name at {@code offset} if it can be renamed. */
  static Optional<Span> renamable(ProgramState state, Path file, int offset) {
    return state
        .references()
        .at(file, offset)
        .filter(occurrence -> occurrence.declaration().renamable())
        .map(Occurrence::span);
  }

  /**
   * Renames what the name at {@code offset} of {@code file} stands for.
   *
   * @param others further programs, which may import the program of the file
   */
  static Renaming of(
      ProgramState state, Collection<ProgramState> others, Path file, int offset, String name) {
    Optional<Occurrence> occurrence = state.references().at(file, offset);
    if (occurrence.isEmpty()) {
      return new Refused("there is no name that a program declares");
    }
    Declaration declaration = occurrence.get().declaration();
    if (!declaration.renamable()) {
      return new Refused(
          declaration.builtIn()
              ? "`" + declaration.name() + "` is built in"
              : "`" + declaration.name() + "` is not a name that can be replaced");
    }
    Optional<String> invalid = invalid(name);
    if (invalid.isPresent()) {
      return new Refused(invalid.get());
    }
    if (!name.equals(declaration.name()) && isTaken(state, declaration, name)) {
      return new Refused("`" + name + "` is declared already");
    }
    List<InFile> places = NameSpans.references(state, others, declaration);
    Set<Path> broken = new TreeSet<>(broken(state));
    others.forEach(other -> broken.addAll(broken(other)));
    if (!broken.isEmpty()) {
      return new Refused(
          "`"
              + broken.iterator().next().getFileName()
              + "` has syntax errors, so a place that names `"
              + declaration.name()
              + "` could be missed");
    }
    return new Renamed(places, name);
  }

  private static Optional<String> invalid(String name) {
    SourceText text = new SourceText("name", name);
    Problems problems = new Problems();
    NameSyntax.check(
        new Word(name, false, new NodeSpan(new Span(text, 0, name.length()))), problems);
    List<Diagnostic> found = problems.inOrder();
    if (!found.isEmpty()) {
      return Optional.of(found.getFirst().message());
    }
    // A word of the language at the beginning of a statement is no name.
    SourceText declared = new SourceText("name", "service " + name + " = tcp/80");
    return ZoneParsing.partial(declared).problems().isEmpty()
        ? Optional.empty()
        : Optional.of("`" + name + "` is a word of the language");
  }

  private static boolean isTaken(ProgramState state, Declaration declaration, String name) {
    return state.references().modules().stream()
        .filter(
            module ->
                module.declarations().stream()
                    .anyMatch(each -> each.span().equals(declaration.span())))
        .anyMatch(module -> names(module, declaration.kind()).containsKey(name));
  }

  private static Map<String, Declaration> names(ModuleReferences module, Declaration.Kind kind) {
    return switch (kind) {
      case ZONE, EXTERNAL -> module.parties();
      case SERVICE -> module.services();
      case ASSERTION -> module.assertions();
      case PARAM -> module.params();
      case TIER -> Map.of();
      case ALIAS -> module.aliases();
      case MODULE -> Map.of();
    };
  }

  /** Returns the files with syntax errors: the names in their broken statements are not known. */
  private static List<Path> broken(ProgramState state) {
    List<Path> broken = new ArrayList<>();
    state
        .references()
        .sources()
        .filter(source -> !source.getValue().problems().isEmpty())
        .forEach(source -> state.file(source.getKey().text()).ifPresent(broken::add));
    return broken;
  }
}
