package dev.zonec.checker.claim;

/** The claim that a certificate is about. */
public sealed interface ClaimKey {
  /** Every allowed connection with an end in a zone is declared. */
  record NoUndeclaredConnection() implements ClaimKey {
    @Override
    public String toString() {
      return "no undeclared connection";
    }
  }

  /** Policies allow what flows declare. */
  record NoBlockedFlow() implements ClaimKey {
    @Override
    public String toString() {
      return "no blocked flow";
    }
  }

  /** Every path between parties is one of declared connections. */
  record NoUndeclaredPath() implements ClaimKey {
    @Override
    public String toString() {
      return "no undeclared path";
    }
  }

  /**
   * An assertion of the program.
   *
   * @param name its name
   * @param instance which of the assertions with this name, from 0
   */
  record Asserted(String name, int instance) implements ClaimKey {
    @Override
    public String toString() {
      return "assertion " + name + (instance == 0 ? "" : " (instance " + instance + ")");
    }
  }
}
