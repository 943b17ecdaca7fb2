package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem in the user's input.
 *
 * @param severity error or warning
 * @param code the stable code
 * @param message one sentence without a full stop; words of the user are in backticks
 * @param place the place that the message is about
 * @param label the text next to the caret; may be empty
 * @param others other places that explain the problem, the most important one first
 * @param notes the lines below the source lines, in order
 */
public record Diagnostic(
    Severity severity,
    Code code,
    String message,
    Place place,
    String label,
    List<LabelledSpan> others,
    List<Note> notes) {
  /** Copies the lists. */
  public Diagnostic {
    others = List.copyOf(others);
    notes = List.copyOf(notes);
  }

  /** Creates a diagnostic about one place. */
  public Diagnostic(
      Severity severity, Code code, String message, Place place, String label, List<Note> notes) {
    this(severity, code, message, place, label, List.of(), notes);
  }

  /** Creates an error at {@code span} without a label. */
  public static Diagnostic error(Code code, Span span, String message) {
    return new Diagnostic(Severity.ERROR, code, message, Place.at(span), "", List.of());
  }

  /** Creates a warning at {@code span} without a label. */
  public static Diagnostic warning(Code code, Span span, String message) {
    return new Diagnostic(Severity.WARNING, code, message, Place.at(span), "", List.of());
  }

  /** Creates an error about the file or folder {@code name} as a whole. */
  public static Diagnostic errorIn(Code code, String name, String message) {
    return new Diagnostic(Severity.ERROR, code, message, new Place.InFile(name), "", List.of());
  }

  /** Creates a warning about the file or folder {@code name} as a whole. */
  public static Diagnostic warningIn(Code code, String name, String message) {
    return new Diagnostic(Severity.WARNING, code, message, new Place.InFile(name), "", List.of());
  }

  /** Creates an error about the whole run. */
  public static Diagnostic error(Code code, String message) {
    return new Diagnostic(Severity.ERROR, code, message, new Place.Nowhere(), "", List.of());
  }

  /** Creates a warning about the whole run. */
  public static Diagnostic warning(Code code, String message) {
    return new Diagnostic(Severity.WARNING, code, message, new Place.Nowhere(), "", List.of());
  }

  /** Returns the same problem as a warning about its own place only. */
  public Diagnostic asWarning() {
    return new Diagnostic(Severity.WARNING, code, message, place, label, notes);
  }

  /** Returns a copy with another code: the same problem in a file of another kind. */
  public Diagnostic as(Code other) {
    return new Diagnostic(severity, other, message, place, label, others, notes);
  }

  /** Returns a copy with {@code label} next to the caret. */
  public Diagnostic labelled(String label) {
    return new Diagnostic(severity, code, message, place, label, others, notes);
  }

  /** Returns a copy with {@code span} as one more place, and {@code label} next to it. */
  public Diagnostic also(Span span, String label) {
    List<LabelledSpan> more = new ArrayList<>(others);
    more.add(new LabelledSpan(span, label));
    return new Diagnostic(severity, code, message, place, this.label, more, notes);
  }

  /** Returns a copy with {@code note} as the last note. */
  public Diagnostic with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(severity, code, message, place, label, others, more);
  }

  /** Returns a copy with {@code others} instead of its notes. */
  public Diagnostic withNotes(List<Note> others) {
    return new Diagnostic(severity, code, message, place, label, this.others, others);
  }

  /** Returns a copy with a help line. */
  public Diagnostic help(String text) {
    return with(Note.help(text));
  }

  /**
   * Returns a copy with a help line that proposes a change.
   *
   * @param span the characters to replace
   * @param replacement what replaces them
   */
  public Diagnostic help(String text, Span span, String replacement) {
    return with(new Note(Note.HELP, text, List.of(new Edit(span, replacement))));
  }

  /** Returns a copy with a note line. */
  public Diagnostic note(String text) {
    return with(Note.note(text));
  }

  /** Whether the diagnostic makes the run fail. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
