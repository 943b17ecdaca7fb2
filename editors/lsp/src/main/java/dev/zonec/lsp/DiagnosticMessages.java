package dev.zonec.lsp;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.Span;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Writes the problems of a program as messages of the protocol. */
final class DiagnosticMessages {
  private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

  private final ProgramState state;
  private final Documents documents;

  DiagnosticMessages(ProgramState state, Documents documents) {
    this.state = state;
    this.documents = documents;
  }

  /**
   * Returns the messages by file. A problem without a place is shown at the beginning of the
   * program's first source.
   */
  Map<Path, List<org.eclipse.lsp4j.Diagnostic>> of(List<Diagnostic> problems) {
    Map<Path, List<org.eclipse.lsp4j.Diagnostic>> found = new LinkedHashMap<>();
    for (Diagnostic problem : problems) {
      Optional<Path> file =
          switch (problem.place()) {
            case Place.At(Span span) -> file(span);
            case Place.InFile(String name) -> existing(name);
            case Place.AtLine(String name, long line) -> existing(name);
            case Place.Nowhere() -> Optional.empty();
          };
      Range range =
          file.isPresent() && problem.place() instanceof Place.At(Span span)
              ? Positions.range(span)
              : START;
      file.or(state::first)
          .ifPresent(
              path ->
                  found
                      .computeIfAbsent(path, each -> new ArrayList<>())
                      .add(message(problem, range)));
    }
    return found;
  }

  /** Returns one problem as a message. */
  org.eclipse.lsp4j.Diagnostic message(Diagnostic problem) {
    return message(
        problem, problem.place() instanceof Place.At(Span span) ? Positions.range(span) : START);
  }

  private org.eclipse.lsp4j.Diagnostic message(Diagnostic problem, Range range) {
    StringBuilder text = new StringBuilder(problem.message());
    if (!problem.label().isEmpty()) {
      text.append("\n").append(problem.label());
    }
    for (Note note : problem.notes()) {
      text.append("\n").append(note.kind()).append(": ").append(note.text());
    }
    org.eclipse.lsp4j.Diagnostic message =
        new org.eclipse.lsp4j.Diagnostic(
            range,
            text.toString(),
            problem.severity() == Severity.ERROR
                ? DiagnosticSeverity.Error
                : DiagnosticSeverity.Warning,
            "zonec",
            problem.code().toString());
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (LabelledSpan other : problem.others()) {
      file(other.span())
          .ifPresent(
              path ->
                  related.add(
                      new DiagnosticRelatedInformation(
                          new Location(documents.uri(path), Positions.range(other.span())),
                          other.label())));
    }
    if (!related.isEmpty()) {
      message.setRelatedInformation(related);
    }
    return message;
  }

  private Optional<Path> file(Span span) {
    return span.isWritten()
        ? state.file(span.source()).or(() -> existing(span.source().name()))
        : Optional.empty();
  }

  private static Optional<Path> existing(String name) {
    try {
      Path file = Path.of(name).toAbsolutePath().normalize();
      return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
