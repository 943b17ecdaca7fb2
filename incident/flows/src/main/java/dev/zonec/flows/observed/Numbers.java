package dev.zonec.flows.observed;

/** Numbers as logs write them. */
public final class Numbers {
  private static final int LAST_PORT = 65535;

  private Numbers() {}

  /** Returns the decimal number that {@code text} is; {@code otherwise} if it is none. */
  public static long parse(String text, long otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Returns the port; 0 if {@code number} is no port. */
  public static int port(long number) {
    return number >= 0 && number <= LAST_PORT ? (int) number : 0;
  }
}
