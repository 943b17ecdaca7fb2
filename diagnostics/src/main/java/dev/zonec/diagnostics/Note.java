package dev.zonec.diagnostics;

import java.util.List;

/**
 * A line below the source line of a diagnostic.
 *
 * @param kind the word before the text, such as {@code note}, {@code help} or {@code path}
 * @param text one or several lines, separated by LF; all but the first are indented
 * @param edits the changes of the source that a help proposes; may be empty, also for a help
 */
public record Note(String kind, String text, List<Edit> edits) {
  /** The kind of a note that tells the user what to do. */
  public static final String HELP = "help";

  /** Copies the edits. */
  public Note {
    edits = List.copyOf(edits);
  }

  /** Creates a note without edits. */
  public Note(String kind, String text) {
    this(kind, text, List.of());
  }

  /** Creates a note with background. */
  public static Note note(String text) {
    return new Note("note", text);
  }

  /** Creates a note that tells the user what to do. */
  public static Note help(String text) {
    return new Note(HELP, text);
  }
}
