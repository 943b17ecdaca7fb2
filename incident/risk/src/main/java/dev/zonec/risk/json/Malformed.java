package dev.zonec.risk.json;

/** A text does not have the form of its format. Thrown and caught within the readers. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  Malformed(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
