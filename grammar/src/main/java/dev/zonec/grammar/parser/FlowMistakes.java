package dev.zonec.grammar.parser;

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

  static Optional<String> help(Situation at) {
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

  private static Optional<String> attribute(Situation at) {
    if (at.isFound(ZoneLexer.COLON) || at.isFound(ZoneLexer.EQUAL)) {
      return Optional.of("leave it out: `{ owner @team  reason \"…\" }`");
    }
    return at.before(1).equals("reason")
        ? Optional.of("a reason stands in double quotes: `reason \"…\"`")
        : Optional.empty();
  }

  private static Optional<String> ends(Situation at) {
    if (at.before(1).equals("from") && at.before(2).equals("allow")) {
      return Optional.of("leave `from` out: `allow A -> B`");
    }
    if (at.isFound(FOR_AN_ARROW) || at.isFound(ZoneLexer.EQUAL)) {
      return Optional.of("a connection is written `A -> B`");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return Optional.of(
          "`~>` is a path of any length, for assertions; a flow is one connection: `A -> B`");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return Optional.of("several names stand in braces: `{a, b} -> c`");
    }
    return at.isFound(ZoneLexer.STAR)
        ? Optional.of("nothing stands for everything; name zones, or the external `internet`")
        : Optional.empty();
  }

  private static Optional<String> after(Situation at) {
    String found = at.found().getText();
    if (PROTOCOLS.contains(at.before(1))) {
      return Optional.of("a port is written with a slash: `" + at.before(1) + "/8080`");
    }
    if (BEFORE_A_PORT.contains(at.before(1))) {
      return Optional.of("a port is a protocol and a number: `tcp/" + found + "`");
    }
    if (at.isFound(FOR_A_COLON) || isPort(found)) {
      return Optional.of("a service stands after a colon: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return Optional.of(
          "flows only add up: name the ports that are meant, such as `: tcp/8000-8080`");
    }
    if (at.isFound(ATTRIBUTES)) {
      return Optional.of("this stands in braces: `{ owner @team  reason \"…\" }`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? Optional.of("several names stand in braces: `a -> {b, c}`")
        : Optional.empty();
  }

  private static boolean isPort(String word) {
    int slash = word.indexOf('/');
    String protocol = slash < 0 ? word : word.substring(0, slash);
    return PROTOCOLS.contains(protocol.toLowerCase(java.util.Locale.ROOT));
  }
}
