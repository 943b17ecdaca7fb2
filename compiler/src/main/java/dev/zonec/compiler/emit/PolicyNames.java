package dev.zonec.compiler.emit;

import dev.zonec.compiler.resolve.PartyDeclaration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of policies: stable under edits elsewhere in the program. */
final class PolicyNames {
  private static final String DEFAULT_DENY = "default-deny";

  private PolicyNames() {}

  /** {@code module-zone}, and {@code -n} for the second line and on. */
  static String of(String module, String zone, int line) {
    String base = object(module) + "-" + object(zone);
    return line == 1 ? base : base + "-" + line;
  }

  /** {@code module-zone-except-other}, and {@code -n} for the second alternative and on. */
  static String ofPart(String module, PartyDeclaration.Except part, int number) {
    String without =
        part.without().stream().map(PartyDeclaration::name).collect(Collectors.joining("-"));
    return of(module, part.base().name() + "-except-" + without, number);
  }

  /** The name of the policy that denies what no other allows. */
  static String defaultDeny(String module) {
    return object(module) + "-" + DEFAULT_DENY;
  }

  private static String object(String name) {
    return name.replace('.', '-').replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
