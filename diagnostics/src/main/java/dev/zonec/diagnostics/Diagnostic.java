package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem of the user's input.
 *
 * @param severity how much it weighs
 * @param code its stable code
 * @param message one sentence without a full stop; the user's own words stand in backticks
 * @param place where it is
 * @param label what stands beside the caret; may be empty
 * @param notes what stands below, in order
 */
public record Diagnostic(
    Severity severity, Code code, String message, Place place, String label, List<Note> notes) {
  /** Copies the notes. */
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** An error at {@code span} with nothing beside the caret. */
  public static Diagnostic error(Code code, Span span, String message) {
    return new Diagnostic(Severity.ERROR, code, message, Place.at(span), "", List.of());
  }

  /** A warning at {@code span} with nothing beside the caret. */
  public static Diagnostic warning(Code code, Span span, String message) {
    return new Diagnostic(Severity.WARNING, code, message, Place.at(span), "", List.of());
  }

  /** An error that concerns the file or folder {@code name} as a whole. */
  public static Diagnostic errorIn(Code code, String name, String message) {
    return new Diagnostic(Severity.ERROR, code, message, new Place.InFile(name), "", List.of());
  }

  /** An error of the whole run. */
  public static Diagnostic error(Code code, String message) {
    return new Diagnostic(Severity.ERROR, code, message, new Place.Nowhere(), "", List.of());
  }

  /** The same with {@code label} beside the caret. */
  public Diagnostic labelled(String label) {
    return new Diagnostic(severity, code, message, place, label, notes);
  }

  /** The same with {@code note} as its last note. */
  public Diagnostic with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(severity, code, message, place, label, more);
  }

  /** The same with a help line. */
  public Diagnostic help(String text) {
    return with(Note.help(text));
  }

  /** The same with a note line. */
  public Diagnostic note(String text) {
    return with(Note.note(text));
  }

  /** Whether it makes the run fail. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
