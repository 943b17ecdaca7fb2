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
          "an attribute has no `:` or `=` before its value",
          "remove it: `{ owner @team  reason \"…\" }`");
    }
    if (isPort(at.found().getText()) && !at.expects(ZoneLexer.WORD)) {
      return said(
          "a port is not an attribute",
          "write it after a colon, before the braces: `A -> B : tcp/8080 { … }`");
    }
    if (at.isFound(ZoneLexer.HANDLE) && at.before(2).equals("owner")) {
      return said("a mail address needs double quotes", "write `owner \"a@example.com\"`");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return said(
          "attributes have no commas between them", "remove it: `{ owner @team  reason \"…\" }`");
    }
    if (at.isFound(ZoneLexer.STRING) && at.before(1).equals("expires")) {
      return said("a date has no quotes", "write " + at.found().getText().replace("\"", "`"));
    }
    return at.before(1).equals("reason")
        ? said("a reason needs double quotes", "write `reason \"…\"`")
        : Optional.empty();
  }

  private static Optional<Guess> ends(Situation at) {
    if (PROTOCOLS.contains(at.before(1)) && at.before(2).equals("allow")) {
      return said(
          "the protocol belongs at the end of a flow",
          "write `allow A -> B : " + at.before(1) + "/8080`");
    }
    if (at.isFound(ZoneLexer.EQUAL)
        && at.ofStatement().size() > 1
        && at.ofStatement().get(1).getType() == ZoneLexer.LBRACE) {
      return said("a flow has no conditions", "name two ends: `allow A -> B : tcp/8080`");
    }
    if (at.before(1).equals("from") && at.before(2).equals("allow")) {
      return said("a flow has no `from`", "remove `from`: `allow A -> B`");
    }
    if (at.isFound(FOR_AN_ARROW) || at.isFound(ZoneLexer.EQUAL)) {
      return said(
          "`" + at.found().getText() + "` is not an arrow", "write the connection as `A -> B`");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return said(
          "a flow is a single connection, not a path",
          "write `A -> B`; `~>` is for assertions about paths");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return said("several zones at one end need braces", "write `{a, b} -> c`");
    }
    if (at.isFound(ZoneLexer.COLON)) {
      return said("a flow has two ends", "name both: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return said("an exception needs braces", "write `{a except b} -> c`");
    }
    return at.expects(ZoneLexer.ARROW)
        ? said("a flow needs an arrow between its ends", "write `allow A -> B`")
        : Optional.empty();
  }

  private static Optional<Guess> sign(Situation at) {
    if (at.isFound(ZoneLexer.STAR)) {
      return said(
          "`*` is not a zone",
          "write `any` for every pod and address, `any-pod` for every pod, or `internet` for public"
              + " addresses:"
              + (at.before(1).equals("->") ? " `A -> any`" : " `any -> A`"));
    }
    if (at.isFound(ZoneLexer.NOT)) {
      return said(
          "an end cannot be negated",
          "name the zones instead; to claim that only A connects to B, write `assert NAME: only A"
              + " -> B`");
    }
    return at.isFound(ZoneLexer.LBRACKET) || at.isFound(ZoneLexer.LPAREN)
        ? said("a set of zones needs braces", "write `{a, b}`")
        : Optional.empty();
  }

  private static Optional<Guess> after(Situation at) {
    String found = at.found().getText();
    if (PROTOCOLS.contains(at.before(1))) {
      return said(
          "a protocol and its port are separated by `/`", "write `" + at.before(1) + "/8080`");
    }
    if (BEFORE_A_PORT.contains(at.before(1))) {
      return said(
          "`port` is not a protocol",
          "write a protocol and a number: `tcp/"
              + (at.isFound(ZoneLexer.EQUAL) ? "8080" : found)
              + "`");
    }
    if (at.isFound(FOR_A_COLON) || isPort(found)) {
      return said(
          "the colon before the service is missing",
          "write the service after a colon: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.BOTH)) {
      return said(
          "a flow is a single connection",
          "write one flow for each connection: `allow A -> B`, `allow B -> C`");
    }
    if (at.isFound(ZoneLexer.EXCEPT) && isName(at.before(1)) && !afterColon(at)) {
      return said("an exception needs braces", "write `a -> {b except c}`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return said(
          "a flow cannot have exceptions for ports",
          "list the ports that the flow allows, such as `: tcp/8000-8080`");
    }
    if (at.isFound(ATTRIBUTES)) {
      return said(
          "`" + found + "` is an attribute and needs braces",
          "write `{ owner @team  reason \"…\" }`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? said("several zones at one end need braces", "write `a -> {b, c}`")
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
