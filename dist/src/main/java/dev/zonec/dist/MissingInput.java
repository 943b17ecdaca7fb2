package dev.zonec.dist;

/** An input of a package cannot be had. */
final class MissingInput extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which one, and why
   */
  MissingInput(String message) {
    super(message);
  }
}
