package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.cache.ObligationCache;
import dev.zonec.application.editing.answer.Completions;
import dev.zonec.application.editing.answer.Fixes;
import dev.zonec.application.editing.answer.Folds;
import dev.zonec.application.editing.answer.HighlightedTokens;
import dev.zonec.application.editing.answer.Hovers;
import dev.zonec.application.editing.answer.Lenses;
import dev.zonec.application.editing.answer.NameSpans;
import dev.zonec.application.editing.answer.PortHints;
import dev.zonec.application.editing.answer.Renaming;
import dev.zonec.application.editing.answer.Symbol;
import dev.zonec.application.editing.answer.Symbols;
import dev.zonec.application.editing.answer.Violations;
import dev.zonec.application.editing.drawing.EditedGraph;
import dev.zonec.application.editing.program.EditedPrograms;
import dev.zonec.application.editing.program.OpenTexts;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.application.editing.program.Proving;
import dev.zonec.application.verify.ProofSessions;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.views.graph.notation.GraphDot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the cases of {@code spec/cases/editor}: questions of editors, and the answers. */
final class EditorCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root"), "spec", "cases", "editor");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".case")).sorted().toList();
      assertThat(all).hasSizeGreaterThan(20);
      return all.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws IOException {
    EditorCase given = EditorCase.read(file);
    Path root = Files.createDirectories(folder.resolve("case" + file.hashCode())).toRealPath();
    Asked asked = Asked.of(given, root);
    List<String> answers = new ArrayList<>();
    for (EditorCase.Section section : given.sections()) {
      if (section.isQuestion()) {
        answers.add(asked.answer(section.words()).replace(root.toString(), "ROOT"));
      }
    }
    assertThat(answers).as("a case has a question").isNotEmpty();
    String now = given.withAnswers(answers);
    if (REWRITE) {
      Files.writeString(file, now);
    }
    assertThat(now).isEqualTo(Files.readString(file));
  }

  /** The files of a case on disk, with the marked one open. */
  private record Asked(Path root, EditedPrograms programs, OpenTexts texts, Path file, int offset) {
    static Asked of(EditorCase given, Path root) throws IOException {
      OpenTexts texts = new OpenTexts();
      Path marked = root;
      int caret = 0;
      Optional<EditorCase.Section> withCaret = given.marked();
      for (EditorCase.Section section : given.sections()) {
        if (section.isQuestion()) {
          continue;
        }
        // Escapes stand for characters that would be lost in a text file.
        String text = section.text().replace("\\r", "\r").replace("\\u{1F600}", "\ud83d\ude00");
        Path file = root.resolve(section.title());
        Files.createDirectories(file.getParent());
        boolean first = marked.equals(root) && section.title().endsWith(".zone");
        boolean opened = withCaret.isPresent() ? section == withCaret.get() : first;
        Files.writeString(file, opened ? "# not saved\n" : text);
        if (opened) {
          marked = file;
          caret = Math.max(0, text.indexOf(EditorCase.CARET));
          texts.put(file, text.replace(EditorCase.CARET, ""));
        }
      }
      return new Asked(
          root,
          new EditedPrograms(texts, Optional.empty(), () -> LocalDate.of(2026, 11, 23)),
          texts,
          marked,
          caret);
    }

    String answer(List<String> question) {
      ProgramState state = programs.of(file);
      Collection<ProgramState> others = programs.below(List.of(root));
      List<String> lines = new ArrayList<>();
      switch (question.getFirst()) {
        case "complete" ->
            Completions.at(state, file, offset)
                .forEach(
                    each ->
                        lines.add(
                            each.kind().name().toLowerCase(Locale.ROOT)
                                + " "
                                + each.text()
                                + (each.detail().isEmpty() ? "" : "  # " + each.detail())));
        case "hover" ->
            Hovers.at(state, Optional.empty(), file, offset)
                .ifPresent(each -> lines.add(at(each.span()) + "\n" + each.markdown()));
        case "proved-hover" ->
            Hovers.at(state, proofs(state), file, offset)
                .ifPresent(each -> lines.add(at(each.span()) + "\n" + each.markdown()));
        case "definition" ->
            NameSpans.declaration(state, file, offset).ifPresent(each -> lines.add(place(each)));
        case "references" ->
            NameSpans.references(state, others, file, offset)
                .forEach(each -> lines.add(place(each) + (each.declares() ? " declares" : "")));
        case "rename" -> {
          switch (Renaming.of(state, others, file, offset, question.get(1))) {
            case Renaming.Refused(String reason) -> lines.add("refused: " + reason);
            case Renaming.Renamed(var places, String name) ->
                places.forEach(each -> lines.add(place(each)));
          }
        }
        case "symbols" -> Symbols.of(state, file).forEach(each -> outline(each, "", lines));
        case "workspace" ->
            Symbols.matching(others, question.get(1))
                .forEach(
                    each ->
                        lines.add(
                            each.kind().name().toLowerCase(Locale.ROOT)
                                + " "
                                + each.name()
                                + " "
                                + root.relativize(each.file())
                                + ":"
                                + at(each.span())));
        case "folds" ->
            Folds.of(state, file)
                .forEach(
                    each ->
                        lines.add(
                            each.first()
                                + "-"
                                + each.last()
                                + " "
                                + each.kind().name().toLowerCase(Locale.ROOT)));
        case "tokens" ->
            HighlightedTokens.of(state, file)
                .forEach(
                    each ->
                        lines.add(
                            at(each.span())
                                + " "
                                + each.role().name().toLowerCase(Locale.ROOT)
                                + (each.external() ? " external" : "")
                                + (each.declares() ? " declares" : "")
                                + (each.builtIn() ? " built-in" : "")
                                + " "
                                + each.span().text()));
        case "lenses" ->
            Lenses.of(state, proofs(state), file)
                .forEach(each -> lines.add(each.span().line() + " " + each.text()));
        case "why" ->
            Lenses.of(state, proofs(state), file).stream()
                .flatMap(each -> each.violated().stream())
                .flatMap(name -> Violations.of(state, proofs(state), name).stream())
                .forEach(each -> each.lines().forEach(lines::add));
        case "graph" -> {
          EditedGraph<String> drawn = EditedGraph.of(state, false, GraphDot::text);
          drawn.drawn().ifPresent(each -> each.lines().forEach(lines::add));
          drawn.problems().lines().forEach(lines::add);
        }
        case "unproved-lenses" ->
            Lenses.of(state, Optional.empty(), file)
                .forEach(each -> lines.add(each.span().line() + " " + each.text()));
        case "fixes" -> {
          int end = texts.text(file).orElseThrow().length();
          for (Fixes.Fix fix : Fixes.at(state, proofs(state), file, 0, end)) {
            lines.add(fix.problem().code() + " " + fix.title());
            fix.edits().stream()
                .sorted(Comparator.comparingInt(each -> each.span().start()))
                .forEach(each -> lines.add("  " + edit(each)));
          }
        }
        case "hints" ->
            PortHints.of(state, file)
                .forEach(each -> lines.add(at(each.span()) + " " + each.text()));
        case "diagnostics" ->
            Proving.diagnostics(state, Optional.empty())
                .forEach(each -> lines.add(each.code() + " " + shown(each)));
        case "proved-diagnostics" ->
            Proving.diagnostics(state, proofs(state))
                .forEach(each -> lines.add(each.code() + " " + shown(each)));
        default -> throw new IllegalArgumentException("no such question: " + question);
      }
      return lines.isEmpty() ? "(nothing)\n" : String.join("\n", lines) + "\n";
    }

    private Optional<ProofState> proofs(ProgramState state) {
      try (ProofSessions sessions = new ProofSessions()) {
        Optional<ProofState> proved = Proving.of(state, ObligationCache.inMemory(), sessions);
        assertThat(proved).as("the proof ends in time").isPresent();
        return proved;
      }
    }

    private String shown(dev.zonec.diagnostics.Diagnostic diagnostic) {
      String place =
          diagnostic.place() instanceof dev.zonec.diagnostics.Place.At(Span span)
              ? name(span.source()) + ":" + at(span)
              : diagnostic.place().file();
      return place + " " + diagnostic.message();
    }

    private static String name(SourceText source) {
      return Path.of(source.name()).getFileName().toString();
    }

    private static void outline(Symbol symbol, String indent, List<String> lines) {
      lines.add(
          indent
              + symbol.kind().name().toLowerCase(Locale.ROOT)
              + " "
              + symbol.name()
              + " "
              + at(symbol.nameSpan()));
      symbol.children().forEach(child -> outline(child, indent + "  ", lines));
    }

    private String edit(Edit edit) {
      return at(edit.span())
          + " `"
          + edit.span().text().replace("\n", "\\n")
          + "` -> `"
          + edit.replacement().replace("\n", "\\n")
          + "`";
    }

    private String place(NameSpans.InFile place) {
      return root.relativize(place.file()) + ":" + at(place.span()) + " " + place.span().text();
    }

    private static String at(Span span) {
      return span.line() + ":" + span.column();
    }
  }
}
