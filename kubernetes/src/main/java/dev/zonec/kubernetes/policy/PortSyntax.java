package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.Protocol;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks protocols, ports and port names of policies. Problems are reported at the field. */
public final class PortSyntax {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LETTER = Pattern.compile("[a-z]");

  private PortSyntax() {}

  /** Returns the protocol, TCP by default; empty if it is unknown. */
  public static Optional<Protocol> protocol(@Nullable String word, CheckedField field) {
    if (word == null) {
      return Optional.of(Protocol.TCP);
    }
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(word)) {
        return Optional.of(protocol);
      }
      if (protocol.name().equals(word.toUpperCase(Locale.ROOT))) {
        field.problem(
            Code.ZC0612,
            "there is no protocol `" + word + "`",
            "write the protocol in capitals: `" + protocol.name() + "`");
        return Optional.empty();
      }
    }
    field.problem(
        Code.ZC0612, "a policy cannot name the protocol `" + word + "`", "write TCP, UDP or SCTP");
    return Optional.empty();
  }

  /** Whether {@code number} is a port. */
  public static boolean isPort(int number, CheckedField field) {
    boolean valid = number >= 1 && number <= 65535;
    if (!valid) {
      field.problem(Code.ZC0613, number + " is not a port: write a number from 1 to 65535");
    }
    return valid;
  }

  /** Whether {@code name} is a valid port name. */
  public static boolean isName(String name, CheckedField field) {
    if (!name.isEmpty() && name.length() <= 5 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      field.problem(
          Code.ZC0614,
          "the string \"" + name + "\" is not a valid port name: a name needs a letter",
          "write the number without quotes: " + name);
      return false;
    }
    boolean valid =
        name.length() <= 15 && NAME.matcher(name).matches() && LETTER.matcher(name).find();
    if (!valid) {
      field.problem(
          Code.ZC0614,
          "`" + name + "` is not a valid port name",
          "use up to 15 lower-case letters, digits and single `-` between them, at least one of"
              + " them a letter");
    }
    return valid;
  }
}
