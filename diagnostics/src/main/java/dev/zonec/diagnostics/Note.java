package dev.zonec.diagnostics;

/**
 * A line below the source line of a diagnostic.
 *
 * @param kind the word before the text, such as {@code note}, {@code help} or {@code path}
 * @param text one or several lines, separated by LF; all but the first are indented
 */
public record Note(String kind, String text) {
  /** The kind of a note that tells the user what to do. */
  public static final String HELP = "help";

  /** Creates a note with background. */
  public static Note note(String text) {
    return new Note("note", text);
  }

  /** Creates a note that tells the user what to do. */
  public static Note help(String text) {
    return new Note(HELP, text);
  }
}
