package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.editing.answer.Renaming;
import dev.zonec.application.editing.program.EditedPrograms;
import dev.zonec.application.editing.program.OpenTexts;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.ModuleReferences;
import dev.zonec.compiler.reference.Occurrence;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.parser.Lexeme;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.parser.ZoneParsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renames everything that the programs of the cases declare. */
final class RenamingProperty {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root"), "spec", "cases", "accept");

  /** Built-in names that the prelude does not declare. */
  private static final Set<String> UNDECLARED = Set.of("any", "any-pod", "apiserver", "nodes");

  private static final Set<Lexeme.Role> NAMES =
      EnumSet.of(
          Lexeme.Role.PARTY,
          Lexeme.Role.SERVICE,
          Lexeme.Role.ASSERTION,
          Lexeme.Role.PARAM,
          Lexeme.Role.TIER);

  @TempDir private Path folder;

  private final OpenTexts texts = new OpenTexts();
  private int renamed;
  private int programs;

  @Test
  void aRenamedProgramHasNoNewProblemsAndIsRenamedBack() throws IOException {
    for (Path file : cases()) {
      rename(file);
    }
    assertThat(programs).isGreaterThan(100);
    assertThat(renamed).isGreaterThan(300);
  }

  @Test
  void everyNameOfAnAcceptedProgramIsFound() throws IOException {
    int found = 0;
    for (Path file : cases()) {
      ProgramState state = program(file);
      if (state.problems().stream().anyMatch(Diagnostic::isError)) {
        continue;
      }
      for (ModuleReferences module : state.references().modules()) {
        for (Map.Entry<Source, PartialSource> source : module.sources().entrySet()) {
          Map<Integer, Occurrence> occurrences = new HashMap<>();
          module.occurrences().stream()
              .filter(each -> each.span().source() == source.getKey().text())
              .forEach(each -> occurrences.put(each.span().end(), each));
          for (Lexeme lexeme : ZoneParsing.lexemes(source.getKey().text())) {
            String name = lexeme.span().text();
            if (NAMES.contains(lexeme.role())
                && !UNDECLARED.contains(name)
                && !name.contains("$")
                && !lexeme.declares()
                && !isProtocol(lexeme)) {
              found++;
              assertThat(occurrences)
                  .as(lexeme.span() + " " + name)
                  .containsKey(lexeme.span().end());
            }
          }
        }
      }
    }
    assertThat(found).isGreaterThan(500);
  }

  /** A protocol alone, such as {@code tcp}, has the form of a service. */
  private static boolean isProtocol(Lexeme lexeme) {
    return lexeme.role() == Lexeme.Role.SERVICE
        && Set.of("tcp", "udp", "sctp").contains(lexeme.span().text());
  }

  /** Returns the programs in a copy of the cases, in which each can be the program of a folder. */
  private List<Path> cases() throws IOException {
    List<Path> programs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = folder.toRealPath().resolve(CASES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        if (file.toString().endsWith(".zone") && CASES.relativize(file).getNameCount() == 2) {
          programs.add(copy);
        }
      }
    }
    return programs;
  }

  private ProgramState program(Path file) throws IOException {
    Files.writeString(
        file.resolveSibling("zonec.yaml"),
        "program: " + file.getFileName() + "\nallow-outside: true\n");
    return new EditedPrograms(texts, Optional.empty(), () -> LocalDate.of(2026, 11, 23))
        .of(file.toRealPath());
  }

  private void rename(Path file) throws IOException {
    ProgramState state = program(file);
    List<String> before = errors(state);
    if (!before.isEmpty()) {
      return;
    }
    programs++;
    List<Declaration> declarations =
        state.references().program().declarations().stream()
            .filter(Declaration::renamable)
            .toList();
    for (Declaration each : declarations) {
      Path declared = state.file(each.span().source()).orElseThrow();
      Optional<Map<Path, String>> changed =
          applied(state, declared, each.span().start(), "fresh-name");
      if (changed.isEmpty()) {
        continue;
      }
      renamed++;
      Map<Path, String> originals = new HashMap<>();
      for (Map.Entry<Path, String> change : changed.get().entrySet()) {
        originals.put(
            change.getKey(), state.source(change.getKey()).orElseThrow().getKey().text().content());
        texts.put(change.getKey(), change.getValue());
      }
      ProgramState after = program(file);
      assertThat(errors(after)).as(file + " " + each.name()).isEmpty();
      int start =
          after.references().program().declarations().stream()
              .filter(again -> again.name().equals("fresh-name") && again.kind() == each.kind())
              .findFirst()
              .orElseThrow()
              .span()
              .start();
      assertThat(applied(after, declared, start, each.name()).orElseThrow())
          .as(file + " " + each.name())
          .isEqualTo(originals);
      changed.get().keySet().forEach(texts::remove);
    }
  }

  private static List<String> errors(ProgramState state) {
    return state.problems().stream().filter(Diagnostic::isError).map(Diagnostic::message).toList();
  }

  /** Returns the changed texts; empty if the renaming is refused. */
  private static Optional<Map<Path, String>> applied(
      ProgramState state, Path file, int offset, String name) {
    if (!(Renaming.of(state, List.of(), file, offset, name)
        instanceof Renaming.Renamed(var places, String to))) {
      return Optional.empty();
    }
    Map<Path, String> changed = new HashMap<>();
    List<dev.zonec.application.editing.answer.NameSpans.InFile> fromEnd = new ArrayList<>(places);
    java.util.Collections.reverse(fromEnd);
    for (var place : fromEnd) {
      String text = changed.getOrDefault(place.file(), place.span().source().content());
      changed.put(
          place.file(),
          text.substring(0, place.span().start()) + to + text.substring(place.span().end()));
    }
    return Optional.of(changed);
  }
}
