package dev.zonec.compiler.emit;

import dev.zonec.compiler.resolve.PartyDeclaration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of policies. They do not change if other parts of the program change. */
final class PolicyNames {
  private static final String DEFAULT_DENY = "default-deny";

  private PolicyNames() {}

  /** Returns {@code module-zone}, with {@code -n} appended for the second line and later ones. */
  static String of(String module, String zone, int line) {
    String base = object(module) + "-" + object(zone);
    return line == 1 ? base : base + "-" + line;
  }

  /**
   * Returns {@code module-zone-except-other}, with {@code -n} appended for the second alternative
   * and later ones.
   */
  static String ofPart(String module, PartyDeclaration.Except part, int number) {
    String without =
        part.without().stream().map(PartyDeclaration::name).collect(Collectors.joining("-"));
    return of(module, part.base().name() + "-except-" + without, number);
  }

  /** Returns the name of the default-deny policy. */
  static String defaultDeny(String module) {
    return object(module) + "-" + DEFAULT_DENY;
  }

  private static String object(String name) {
    return name.replace('.', '-').replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
