package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;

/** Typical mistakes in flows, and in the services after their colon. */
final class FlowMistakes {
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Set<String> BEFORE_A_PORT = Set.of("port", "ports");
  private static final Set<String> FOR_A_COLON = Set.of("on", "over", "port", "ports", "using");
  private static final Set<String> FOR_AN_ARROW = Set.of("to", "into", "towards", "can", "calls");
  private static final Set<String> ATTRIBUTES = Set.of("owner", "reason", "ticket", "expires");

  private FlowMistakes() {}

  static Optional<Guess> guess(Situation at) {
    Optional<Guess> sign = Position.END.holds(at) ? sign(at) : Optional.empty();
    if (sign.isPresent()) {
      return sign;
    }
    if (at.inside(ZoneParser.RULE_attributes)) {
      return attribute(at);
    }
    if (at.inside(ZoneParser.RULE_flow)) {
      return ends(at);
    }
    boolean afterFlow =
        at.atStatement() && (at.firstOfLine().equals("allow") || at.firstOfLine().equals("assert"));
    return afterFlow ? after(at) : Optional.empty();
  }

  private static Optional<Guess> attribute(Situation at) {
    if (at.isFound(ZoneLexer.COLON) || at.isFound(ZoneLexer.EQUAL)) {
      return said(
          "no sign stands between an attribute and its value",
          "leave it out: `{ owner @team  reason \"…\" }`");
    }
    if (isPort(at.found().getText()) && !at.expects(ZoneLexer.WORD)) {
      return said("a port is no attribute", "it stands after a colon: `A -> B : tcp/8080 { … }`");
    }
    if (at.isFound(ZoneLexer.HANDLE) && at.before(2).equals("owner")) {
      return said(
          "an address of mail is text", "it stands in double quotes: `owner \"a@example.com\"`");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return said(
          "no commas stand between attributes", "leave it out: `{ owner @team  reason \"…\" }`");
    }
    if (at.isFound(ZoneLexer.STRING) && at.before(1).equals("expires")) {
      return said(
          "a date stands without quotes", "write " + at.found().getText().replace("\"", "`"));
    }
    return at.before(1).equals("reason")
        ? said("a reason is text", "it stands in double quotes: `reason \"…\"`")
        : Optional.empty();
  }

  private static Optional<Guess> ends(Situation at) {
    if (PROTOCOLS.contains(at.before(1)) && at.before(2).equals("allow")) {
      return said("the protocol comes last", "write `allow A -> B : " + at.before(1) + "/8080`");
    }
    if (at.isFound(ZoneLexer.EQUAL)
        && at.ofStatement().size() > 1
        && at.ofStatement().get(1).getType() == ZoneLexer.LBRACE) {
      return said("a flow has no conditions", "name its ends: `allow A -> B : tcp/8080`");
    }
    if (at.before(1).equals("from") && at.before(2).equals("allow")) {
      return said("no `from` stands before the first end", "leave `from` out: `allow A -> B`");
    }
    if (at.isFound(FOR_AN_ARROW) || at.isFound(ZoneLexer.EQUAL)) {
      return said("`" + at.found().getText() + "` is no arrow", "a connection is written `A -> B`");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return said(
          "a flow is no path",
          "`~>` is a path of any length, for assertions; a flow is one connection: `A -> B`");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return said(
          "several zones at one end are a set", "several names stand in braces: `{a, b} -> c`");
    }
    if (at.isFound(ZoneLexer.COLON)) {
      return said("a flow has two ends", "name where it leads: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return said(
          "no braces stand around an exception", "exceptions stand in braces: `{a except b} -> c`");
    }
    return at.expects(ZoneLexer.ARROW)
        ? said("an arrow stands between the ends of a flow", "write `allow A -> B`")
        : Optional.empty();
  }

  private static Optional<Guess> sign(Situation at) {
    if (at.isFound(ZoneLexer.STAR)) {
      return said(
          "`*` is no zone",
          "everyone is `any`, every pod `any-pod`, public addresses `internet`:"
              + (at.before(1).equals("->") ? " `A -> any`" : " `any -> A`"));
    }
    if (at.isFound(ZoneLexer.NOT)) {
      return said(
          "an end is not negated",
          "name the zones that are meant; that nobody but A reaches B is `assert NAME: only A ->"
              + " B`");
    }
    return at.isFound(ZoneLexer.LBRACKET) || at.isFound(ZoneLexer.LPAREN)
        ? said("sets of zones stand in braces", "write `{a, b}`")
        : Optional.empty();
  }

  private static Optional<Guess> after(Situation at) {
    String found = at.found().getText();
    if (PROTOCOLS.contains(at.before(1))) {
      return said(
          "no sign but `/` stands between a protocol and its port",
          "a port is written with a slash: `" + at.before(1) + "/8080`");
    }
    if (BEFORE_A_PORT.contains(at.before(1))) {
      return said(
          "`port` is no protocol",
          "a port is a protocol and a number: `tcp/"
              + (at.isFound(ZoneLexer.EQUAL) ? "8080" : found)
              + "`");
    }
    if (at.isFound(FOR_A_COLON) || isPort(found)) {
      return said(
          "the colon before the service is missing",
          "a service stands after a colon: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.BOTH)) {
      return said(
          "a flow is one connection", "write each by itself: `allow A -> B`, `allow B -> C`");
    }
    if (at.isFound(ZoneLexer.EXCEPT) && isName(at.before(1)) && !afterColon(at)) {
      return said(
          "no braces stand around an exception", "exceptions stand in braces: `a -> {b except c}`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return said(
          "a flow excepts no ports",
          "flows only add up: name the ports that are meant, such as `: tcp/8000-8080`");
    }
    if (at.isFound(ATTRIBUTES)) {
      return said(
          "`" + found + "` is an attribute",
          "this stands in braces: `{ owner @team  reason \"…\" }`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? said("several zones at one end are a set", "several names stand in braces: `a -> {b, c}`")
        : Optional.empty();
  }

  private static boolean isName(String word) {
    return !isPort(word) && !word.equals("}");
  }

  private static boolean afterColon(Situation at) {
    return at.before(2).equals(":") || at.before(2).equals(",");
  }

  private static boolean isPort(String word) {
    int slash = word.indexOf('/');
    String protocol = slash < 0 ? word : word.substring(0, slash);
    return PROTOCOLS.contains(protocol.toLowerCase(java.util.Locale.ROOT));
  }

  private static Optional<Guess> said(String cause, String help) {
    return Optional.of(Guess.of(cause, help));
  }
}
