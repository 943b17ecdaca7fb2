package dev.zonec.kubernetes.manifest;

/** Counts the braces of a JSON object line by line, to find its end. */
final class JsonDepth {
  private enum State {
    /** Not in JSON, as far as this class can tell. */
    ELSEWHERE,
    /** Before the first brace, or after the last one. */
    OUTSIDE,
    INSIDE,
    STRING,
    ESCAPE
  }

  private State at = State.ELSEWHERE;
  private int depth;
  private boolean opened;

  /** Starts at a line that begins with a brace and with which a document begins. */
  void begin() {
    at = State.OUTSIDE;
    depth = 0;
    opened = false;
  }

  /** Stops: the following text may not be JSON. */
  void stop() {
    at = State.ELSEWHERE;
  }

  /** Whether an object began and ended, with nothing after it. */
  boolean isComplete() {
    return at == State.OUTSIDE && opened;
  }

  /** Reads the characters from {@code start} to {@code end}. */
  void read(String text, int start, int end) {
    for (int i = start; i < end && at != State.ELSEWHERE; i++) {
      char c = text.charAt(i);
      at =
          switch (at) {
            case ELSEWHERE -> State.ELSEWHERE;
            case ESCAPE -> State.STRING;
            case STRING -> c == '\\' ? State.ESCAPE : c == '"' ? State.INSIDE : State.STRING;
            case INSIDE -> inside(c);
            case OUTSIDE -> outside(c);
          };
    }
  }

  private State inside(char c) {
    return switch (c) {
      case '"' -> State.STRING;
      case '{' -> {
        depth++;
        yield State.INSIDE;
      }
      case '}' -> {
        depth--;
        yield depth == 0 ? State.OUTSIDE : State.INSIDE;
      }
      default -> State.INSIDE;
    };
  }

  private State outside(char c) {
    if (c == '{' && !opened) {
      opened = true;
      depth = 1;
      return State.INSIDE;
    }
    return Character.isWhitespace(c) ? State.OUTSIDE : State.ELSEWHERE;
  }
}
