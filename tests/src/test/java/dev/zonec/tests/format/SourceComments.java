package dev.zonec.tests.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the comments of a source without the lexer. A comment sign in a string does not start a
 * comment.
 */
public final class SourceComments {
  private SourceComments() {}

  /** Returns the comments in order, without white space at their ends. */
  public static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    boolean string = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (string) {
        i += c == '\\' ? 1 : 0;
        string = c != '"';
      } else if (c == '"') {
        string = true;
      } else if (c == '#') {
        int end = text.indexOf('\n', i);
        end = end < 0 ? text.length() : end;
        found.add(text.substring(i, end).stripTrailing());
        i = end;
      }
    }
    return found;
  }
}
