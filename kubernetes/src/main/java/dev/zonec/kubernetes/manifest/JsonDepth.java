package dev.zonec.kubernetes.manifest;

/** Follows the braces of a JSON object from line to line, to see where it ends. */
final class JsonDepth {
  private enum At {
    /** Not in JSON, as far as this can tell. */
    ELSEWHERE,
    /** Before the first brace, or after the last. */
    OUTSIDE,
    INSIDE,
    STRING,
    ESCAPE
  }

  private At at = At.ELSEWHERE;
  private int depth;
  private boolean opened;

  /** A line begins with a brace where a document begins. */
  void begin() {
    at = At.OUTSIDE;
    depth = 0;
    opened = false;
  }

  /** What follows is not known to be JSON. */
  void stop() {
    at = At.ELSEWHERE;
  }

  /** Whether an object has begun and ended, with nothing after it. */
  boolean isComplete() {
    return at == At.OUTSIDE && opened;
  }

  /** Reads the characters from {@code start} to {@code end}. */
  void read(String text, int start, int end) {
    for (int i = start; i < end && at != At.ELSEWHERE; i++) {
      char c = text.charAt(i);
      at =
          switch (at) {
            case ELSEWHERE -> At.ELSEWHERE;
            case ESCAPE -> At.STRING;
            case STRING -> c == '\\' ? At.ESCAPE : c == '"' ? At.INSIDE : At.STRING;
            case INSIDE -> inside(c);
            case OUTSIDE -> outside(c);
          };
    }
  }

  private At inside(char c) {
    return switch (c) {
      case '"' -> At.STRING;
      case '{' -> {
        depth++;
        yield At.INSIDE;
      }
      case '}' -> {
        depth--;
        yield depth == 0 ? At.OUTSIDE : At.INSIDE;
      }
      default -> At.INSIDE;
    };
  }

  private At outside(char c) {
    if (c == '{' && !opened) {
      opened = true;
      depth = 1;
      return At.INSIDE;
    }
    return Character.isWhitespace(c) ? At.OUTSIDE : At.ELSEWHERE;
  }
}
