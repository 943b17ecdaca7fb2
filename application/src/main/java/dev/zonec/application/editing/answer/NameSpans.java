package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.Occurrence;
import dev.zonec.diagnostics.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds declarations, and the places that name them, in several programs. */
public final class NameSpans {
  private NameSpans() {}

  /**
   * A place in a file.
   *
   * @param file the file
   * @param span the characters
   * @param declares whether the name is declared there
   */
  public record InFile(Path file, Span span, boolean declares) {}

  /** Returns the declaration of the name at {@code offset}; empty for built-in names. */
  public static Optional<InFile> declaration(ProgramState state, Path file, int offset) {
    return state
        .references()
        .at(file, offset)
        .map(Occurrence::declaration)
        .flatMap(declaration -> place(state, declaration.span(), true));
  }

  /**
   * Returns the places that name what the name at {@code offset} of {@code file} stands for, in the
   * program of the file and in {@code others}, by file and position.
   */
  public static List<InFile> references(
      ProgramState state, Collection<ProgramState> others, Path file, int offset) {
    return state
        .references()
        .at(file, offset)
        .map(occurrence -> references(state, others, occurrence.declaration()))
        .orElse(List.of());
  }

  /** Returns the places that name {@code declaration} of the program {@code state}. */
  static List<InFile> references(
      ProgramState state, Collection<ProgramState> others, Declaration declaration) {
    Set<ProgramState> programs = new LinkedHashSet<>();
    programs.add(state);
    programs.addAll(others);
    Optional<InFile> declared = place(state, declaration.span(), true);
    List<InFile> found = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (ProgramState program : programs) {
      for (var module : program.references().modules()) {
        for (Occurrence occurrence : module.occurrences()) {
          if (isSame(program, occurrence.declaration(), state, declaration, declared)) {
            place(program, occurrence.span(), occurrence.declares())
                .filter(each -> seen.add(List.of(each.file(), each.span().start())))
                .ifPresent(found::add);
          }
        }
      }
    }
    found.sort(
        Comparator.comparing((InFile each) -> each.file())
            .thenComparingInt(each -> each.span().start()));
    return found;
  }

  private static boolean isSame(
      ProgramState program,
      Declaration one,
      ProgramState state,
      Declaration other,
      Optional<InFile> declared) {
    if (one.kind() != other.kind() || !one.name().equals(other.name())) {
      return false;
    }
    if (program.isSame(state) || one.span().equals(other.span())) {
      return one.span().equals(other.span());
    }
    return declared.isPresent()
        && one.span().start() == declared.get().span().start()
        && program.file(one.span().source()).equals(Optional.of(declared.get().file()));
  }

  private static Optional<InFile> place(ProgramState state, Span span, boolean declares) {
    return state.file(span.source()).map(file -> new InFile(file, span, declares));
  }
}
