package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes ends that are written as something else than a name: a selector, a kind, a negation.
 */
final class EndMistakes {
  private static final Set<String> STATEMENTS = Set.of("allow", "assert", "waive", "disjoint");
  private static final Set<Integer> BEFORE_AN_END =
      Set.of(
          ZoneLexer.ARROW,
          ZoneLexer.BOTH,
          ZoneLexer.LEADS,
          ZoneLexer.ALLOW,
          ZoneLexer.LBRACE,
          ZoneLexer.COMMA,
          ZoneLexer.WITHIN,
          ZoneLexer.NEVER,
          ZoneLexer.ONLY,
          ZoneLexer.OF,
          ZoneLexer.ISOLATED,
          ZoneLexer.REACHABLE,
          ZoneLexer.PATH,
          ZoneLexer.VIA,
          ZoneLexer.FOR);
  private static final Set<String> NAMESPACE = Set.of("namespace", "namespaces", "ns", "project");
  private static final Set<String> PODS =
      Set.of("pods", "pod", "podselector", "selector", "label", "labels", "matchlabels");
  private static final Set<String> KINDS =
      Set.of("deployment", "workload", "statefulset", "daemonset", "serviceaccount", "svc", "app");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_${}][A-Za-z0-9_./${}-]*");

  private EndMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    boolean end = at.inside(ZoneParser.RULE_flow, ZoneParser.RULE_claim, ZoneParser.RULE_waived);
    boolean after = at.atStatement() && STATEMENTS.contains(at.firstOfLine());
    if (!end && !after) {
      return Optional.empty();
    }
    if (at.isFound(ZoneLexer.IPV6) && BEFORE_AN_END.contains(at.typeBefore(1))) {
      String address = at.found().getText();
      return mistake(
          "an end is a name, not an address: `" + address + "`",
          address.equals("::/0")
              ? "write `internet` for public addresses, or `any` for every pod and address"
              : "declare the addresses: `external NAME { cidr "
                  + (address.contains("/") ? address : address + "/128")
                  + " }`");
    }
    return declared(at)
        .or(() -> BEFORE_AN_END.contains(at.typeBefore(2)) ? afterWord(at) : Optional.empty());
  }

  /** {@code allow zone a -> b}: an end with the keyword of its declaration. */
  private static Optional<Guess> declared(UnexpectedToken at) {
    boolean keyword =
        at.isFound(ZoneLexer.ZONE)
            || at.isFound(ZoneLexer.EXTERNAL)
            || at.isFound(ZoneLexer.SERVICE);
    if (!keyword || !BEFORE_AN_END.contains(at.typeBefore(1)) || at.before(1).isEmpty()) {
      return Optional.empty();
    }
    String word = at.found().getText();
    String name = at.after(1);
    if (!WORD.matcher(name).matches()) {
      return Optional.empty();
    }
    return at.isFound(ZoneLexer.SERVICE)
        ? mistake(
            "an end is the name of a zone, not a Service",
            "select the pods behind the Service, and name the zone here: `zone "
                + name
                + " { namespace shop  pods app="
                + name
                + " }`")
        : mistake("an end is written as its name alone", "remove `" + word + "`: `" + name + "`");
  }

  /** The word before the unexpected token was read as the name of an end. */
  private static Optional<Guess> afterWord(UnexpectedToken at) {
    String before = at.before(1);
    String found = at.found().getText();
    boolean word = WORD.matcher(found).matches();
    if (before.equals("not") && word) {
      return mistakeBefore(
          at,
          "an end cannot be negated",
          "take the zone out of a larger one, `{shop except "
              + found
              + "}`; to claim that only A"
              + " connects to B, write `assert NAME: only A -> B`");
    }
    if (NAMESPACE.contains(before) && word) {
      return mistakeBefore(
          at,
          "an end is the name of a zone, not of a namespace",
          "declare a zone for all pods of the namespace, and name it here: `zone "
              + zoneName(found)
              + " { namespace "
              + found
              + " }`");
    }
    if (PODS.contains(before) && (word || at.isFound(ZoneLexer.STRING))) {
      String label =
          at.typeAfter(1) == ZoneLexer.EQUAL ? found + "=" + at.after(2) : "app=" + found;
      return mistakeBefore(
          at,
          "an end is the name of a zone, not a selector",
          "declare a zone, and name it here: `zone NAME { namespace shop  pods " + label + " }`");
    }
    return KINDS.contains(before) && at.isFound(ZoneLexer.WORD)
        ? mistakeBefore(
            at,
            "an end is the name of a zone, not of an object",
            "declare a zone for its pods, and name it here: `zone "
                + zoneName(found)
                + " { namespace shop  pods app="
                + found
                + " }`")
        : Optional.empty();
  }

  /** Returns {@code text} as a name that a zone could have. */
  private static String zoneName(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
    return name.matches("[a-z].*") ? name : "NAME";
  }

  private static Optional<Guess> mistakeBefore(UnexpectedToken at, String cause, String help) {
    return Optional.of(Guess.of(cause, help).atPrevious(at));
  }

  private static Optional<Guess> mistake(String cause, String help) {
    return Optional.of(Guess.of(cause, help));
  }
}
