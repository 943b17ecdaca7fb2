package dev.zonec.stream.event;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem of a log as a whole.
 *
 * @param severity error or warning
 * @param code the stable code
 * @param file the name of the log
 * @param message one sentence
 * @param notes the kinds and texts of its notes, one after the other
 */
public record LogProblem(
    Severity severity, Code code, String file, String message, List<String> notes)
    implements Serializable {
  /** Copies the list. */
  public LogProblem {
    notes = List.copyOf(notes);
  }

  /** Returns the problem that a reader reports. */
  public static LogProblem of(Diagnostic problem) {
    List<String> notes = new ArrayList<>();
    for (Note note : problem.notes()) {
      notes.add(note.kind());
      notes.add(note.text());
    }
    return new LogProblem(
        problem.severity(), problem.code(), problem.place().file(), problem.message(), notes);
  }

  /** Returns the problem as a diagnostic. */
  public Diagnostic diagnostic() {
    List<Note> all = new ArrayList<>();
    for (int i = 0; i < notes.size(); i += 2) {
      all.add(new Note(notes.get(i), notes.get(i + 1)));
    }
    return new Diagnostic(severity, code, message, new Place.InFile(file), "", all);
  }
}
