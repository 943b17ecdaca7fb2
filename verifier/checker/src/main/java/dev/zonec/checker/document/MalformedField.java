package dev.zonec.checker.document;

/** A field of a certificate is not as the format requires. {@link ClaimReader} catches it. */
final class MalformedField extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedField(String path, String problem) {
    super((path.isEmpty() ? "the claim" : path) + " " + problem);
  }

  /** Returns the field and what is wrong with it. */
  String problem() {
    return String.valueOf(getMessage());
  }
}
