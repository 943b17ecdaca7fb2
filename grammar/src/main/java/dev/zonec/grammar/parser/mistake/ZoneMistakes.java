package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Recognizes typical mistakes in zones and externals. */
final class ZoneMistakes {
  private static final Set<String> FOR_EXISTS = Set.of("exists", "has", "haskey");
  private static final Set<String> SIGNS = Set.of("=", "==", "!=");
  private static final Set<String> FOR_IN = Set.of("extends", "inherits", "inside", "of", "under");

  private ZoneMistakes() {}

  /** {@code zone web { dns allow }}: a setting that only {@code defaults} has. */
  static Optional<Guess> setting(UnexpectedToken at) {
    return at.inside(ZoneParser.RULE_zoneStatement)
            && at.isFound(Set.of("dns", "unzoned"))
            && at.after(1).matches("allow|deny")
        ? mistake(
            "`" + at.found().getText() + "` is a setting of the program, not of a zone",
            "write it in `defaults`: `defaults { dns allow  unzoned deny }`")
        : Optional.empty();
  }

  static Optional<Guess> guess(UnexpectedToken at) {
    if (!at.inside(ZoneParser.RULE_zoneStatement, ZoneParser.RULE_externalStatement)) {
      return Optional.empty();
    }
    if (at.isFound(FOR_IN)) {
      return mistake(
          "`" + at.found().getText() + "` is not allowed here",
          "to nest a zone in another, write `zone A in B { … }`");
    }
    if (at.isFound(ZoneLexer.IN)) {
      return mistake("`in` belongs before `tier`", "write `zone A in B tier T { … }`");
    }
    if (at.isFound(ZoneLexer.COMMA) && at.before(2).equals("tier")) {
      return mistake("a zone has one tier", "write `zone A tier " + at.before(1) + " { … }`");
    }
    if (at.isFound(ZoneLexer.COMMA)
        && at.expects(ZoneLexer.LBRACE)
        && at.typeAfter(1) != ZoneLexer.PODS
        && at.typeAfter(1) != ZoneLexer.NAMESPACE) {
      return mistake("a statement declares one zone", "write one statement for each zone");
    }
    if (at.isFound(ZoneLexer.LBRACE) && !at.expects(ZoneLexer.LPAREN)) {
      Optional<Guess> unnamed = unnamed(at.before(1));
      if (unnamed.isPresent()) {
        return unnamed;
      }
    }
    if (at.isFound(ZoneLexer.EQUAL) && at.expects(ZoneLexer.LBRACE)) {
      return mistake(
          "a declaration has no `=`",
          at.inside(ZoneParser.RULE_externalStatement)
              ? "write `external " + at.before(1) + " { cidr 203.0.113.0/24 }`"
              : "write `zone "
                  + at.before(1)
                  + " { namespace shop  pods app=web }`; sets of zones are written in a flow, as in"
                  + " `{a, b}` and `{a except b}`");
    }
    if (at.isFound(ZoneLexer.EQUAL) && at.before(1).equals("tier")) {
      return mistake("`tier` takes no `=`", "write `zone A tier " + at.after(1) + " { … }`");
    }
    if (at.expects(ZoneLexer.LBRACE) && at.isFound(Set.of("tiers", "level", "layer"))) {
      return mistake(
          "there is no `" + at.found().getText() + "` of a zone", "write `zone A tier edge { … }`");
    }
    boolean named = at.before(2).equals("zone");
    if (named && at.isFound(ZoneLexer.COLON) && at.typeAfter(2) == ZoneLexer.LBRACE) {
      return mistake(
          "a zone is nested with `in`",
          "write `zone " + at.before(1) + " in " + at.after(1) + " { … }`");
    }
    if (named && at.isFound(ZoneLexer.LPAREN)) {
      return mistake(
          "a zone is nested with `in`",
          "write `zone " + at.before(1) + " in " + at.after(1) + " { … }`");
    }
    if (at.before(2).equals("in") && at.before(1).equals("namespace")) {
      return mistakeBefore(
          at,
          "`in` is followed by the name of a zone",
          "write the namespace in the braces: `{ namespace "
              + at.found().getText()
              + "  pods app=web }`");
    }
    if (at.expects(ZoneLexer.LBRACE)
        && at.before(2).equals("external")
        && (at.before(1).equals("relay") || at.before(1).equals("open"))) {
      return mistake(
          "`" + at.before(1) + "` belongs after the name",
          "write `external " + at.found().getText() + " " + at.before(1) + " { … }`");
    }
    if (at.expects(ZoneLexer.LBRACE)) {
      return mistake(
          "the braces are missing",
          at.inside(ZoneParser.RULE_externalStatement)
              ? "write the addresses in braces: `{ cidr 203.0.113.0/24 }`"
              : "write the selectors in braces: `{ namespace shop  pods app=web }`");
    }
    return clause(at);
  }

  private static Optional<Guess> clause(UnexpectedToken at) {
    String before = at.before(1);
    if (at.expects(ZoneLexer.LPAREN)) {
      return mistake(
          "the values of `" + before + "` need parentheses", "write `app " + before + " (a, b)`");
    }
    if (at.isFound(Set.of("tier", "tiers")) && at.typeAfter(1) == ZoneLexer.WORD) {
      return mistake(
          "the tier of a zone belongs before the braces",
          "write `zone NAME tier " + at.after(1) + " { … }`");
    }
    if (at.isFound(ZoneLexer.CIDR)) {
      return mistake(
          "a zone selects pods, not addresses",
          "declare the addresses: `external NAME { cidr " + at.after(1) + " }`");
    }
    if (at.isFound(ZoneLexer.ALLOW) && !at.before(1).isEmpty() && !at.expects(ZoneLexer.DENY)) {
      return mistake(
          "a zone does not contain flows", "write the flow as a separate statement, after the `}`");
    }
    if (at.expects(ZoneLexer.ALLOW) && at.expects(ZoneLexer.DENY) && !at.expects(ZoneLexer.PODS)) {
      return mistake(
          "`" + before + "` is followed by `allow` or `deny`",
          "write `" + before + " deny`; a flow is a separate statement: `allow A -> B : tcp/8080`");
    }
    boolean blocks = at.inside(ZoneParser.RULE_externalStatement) && at.ofLine().contains("cidr");
    boolean negated = at.isFound(ZoneLexer.NOT) || at.isFound(Set.of("not", "without", "minus"));
    if ((blocks && negated) || at.isFound(ZoneLexer.EXCEPT)) {
      return mistake(
          "exceptions follow the blocks after `except`",
          "write `cidr 10.0.0.0/8 except 10.1.0.0/16`");
    }
    if (at.isFound(ZoneLexer.STAR) && before.equals("cidr")) {
      return mistake(
          "there are no wildcards",
          "for public addresses use the built-in `internet`; for every address write `cidr"
              + " 0.0.0.0/0, ::/0` in an `external NAME open { … }`");
    }
    if (at.isFound(ZoneLexer.STAR)) {
      return mistake(
          "there are no wildcards",
          before.equals("namespace") || before.equals("namespaces")
              ? "for every namespace, remove the line; for some, select them by their labels:"
                  + " `namespaces team=shop`"
              : "list the values, `app in (web, api)`, or require the label with any value: `pods"
                  + " app`");
    }
    if (at.isFound(ZoneLexer.LPAREN) && FOR_EXISTS.contains(before)) {
      return mistake("a label that must exist is written alone", "write `pods app`");
    }
    if (at.isFound(ZoneLexer.WORD) && FOR_EXISTS.contains(before)) {
      return mistake(
          "a label that must exist is written alone", "write `pods " + at.found().getText() + "`");
    }
    if (before.equals("not") && !at.isFound(ZoneLexer.IN)) {
      return mistake("a selector has no `not`", "write `pods !" + at.found().getText() + "`");
    }
    if (at.isFound(ZoneLexer.LBRACE)
        || at.isFound(ZoneLexer.LPAREN)
        || at.isFound(ZoneLexer.LBRACKET)) {
      return mistake(
          "`" + before + "` takes no brackets",
          before.equals("cidr")
              ? "write `cidr 203.0.113.0/24, 198.51.100.0/24`"
              : before.equals("namespace")
                  ? "write `namespace shop, cart`"
                  : "write `pods app=web, tier=front`");
    }
    if (at.typeBefore(1) == ZoneLexer.NOT
        || (at.isFound(ZoneLexer.NOT) && !before.equals("pods"))) {
      return mistake(
          "`!` belongs before a label's key or before `=`",
          "write `pods !debug` or `pods app!=web`");
    }
    if (at.isFound(ZoneLexer.WORD) && isBlock(at.found().getText())) {
      return mistake(
          "`cidr` is missing before the addresses", "write `cidr " + at.found().getText() + "`");
    }
    if (at.isFound(ZoneLexer.IPV6) && at.expects(ZoneLexer.PODS)) {
      return mistake(
          "`cidr` is missing before the addresses", "write `cidr " + at.found().getText() + "`");
    }
    if (at.isFound(ZoneLexer.EQUAL)) {
      return switch (before) {
        case "namespace" -> mistake("`namespace` takes no `=`", "remove the `=`: `namespace shop`");
        case "cidr" -> mistake("`cidr` takes no `=`", "remove the `=`: `cidr 203.0.113.0/24`");
        case "pods" -> mistake("`pods` takes no `=`", "remove this `=`: `pods app=web`");
        default ->
            at.before(2).equals("namespace")
                ? mistake(
                    "`namespace` takes names, not labels",
                    "to select namespaces by their labels, write `namespaces "
                        + before
                        + "="
                        + value(at)
                        + "`")
                : Optional.empty();
      };
    }
    if (at.isFound(ZoneLexer.COLON) && at.before(2).equals("cidr")) {
      return mistake("NetworkPolicies do not support host names", ForeignWords.NAMES);
    }
    if (at.isFound(ZoneLexer.COLON)) {
      return mistake(
          "a colon is not allowed here",
          before.equals("pods") || before.equals("namespace") || before.equals("cidr")
              ? "remove the colon: `" + before + " …`"
              : "write a label with `=`: `" + before + "=" + value(at) + "`");
    }
    if ((before.equals("pods") || before.equals("cidr")) && at.before(2).equals(",")) {
      return mistake(
          "selectors of different kinds have no comma between them",
          "remove the comma: `namespace shop  pods app=web`");
    }
    int next = at.isFound(ZoneLexer.TEMPLATE) ? Token.EOF : at.typeAfter(1);
    boolean requirement =
        next == ZoneLexer.EQUAL
            || next == ZoneLexer.NOT_EQUAL
            || next == ZoneLexer.IN
            || next == ZoneLexer.NOTIN;
    if (requirement && (SIGNS.contains(at.before(2)) || before.equals(")"))) {
      return mistake(
          "labels need commas between them", "write a comma before `" + at.found().getText() + "`");
    }
    return requirement
        ? mistake(
            "`pods` is missing before the labels",
            next == ZoneLexer.EQUAL
                ? "write `pods " + at.found().getText() + "=" + at.after(2) + "`"
                : "write `pods " + at.found().getText() + " …`")
        : Optional.empty();
  }

  private static Optional<Guess> unnamed(String before) {
    return switch (before) {
      case "zone", "external" ->
          mistake("the name is missing", "write `" + before + " NAME { … }`");
      case "in" -> mistake("the name of the outer zone is missing", "write `zone A in B { … }`");
      case "tier" -> mistake("the name of the tier is missing", "write `zone A tier edge { … }`");
      default -> Optional.empty();
    };
  }

  /** Returns the value after the sign that was found. */
  private static String value(UnexpectedToken at) {
    return at.after(1).matches("[A-Za-z0-9\"_].*") ? at.after(1) : "…";
  }

  private static Optional<Guess> mistakeBefore(UnexpectedToken at, String cause, String help) {
    return Optional.of(Guess.of(cause, help).atPrevious(at));
  }

  /** Returns whether {@code word} is an IPv4 address or address block. */
  static boolean isBlock(String word) {
    return word.matches("[0-9]+(\\.[0-9]+){3}(/[0-9]+)?");
  }

  private static Optional<Guess> mistake(String cause, String... helps) {
    return Optional.of(Guess.of(cause, helps));
  }
}
