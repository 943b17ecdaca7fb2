package dev.zonec.diagnostics;

/**
 * What stands under a diagnostic's source line.
 *
 * @param kind the word before the text, such as {@code note}, {@code help} or {@code path}
 * @param text one line, or several separated by LF; the later ones are indented under the first
 */
public record Note(String kind, String text) {
  /** Background. */
  public static Note note(String text) {
    return new Note("note", text);
  }

  /** What the user can do. */
  public static Note help(String text) {
    return new Note("help", text);
  }
}
