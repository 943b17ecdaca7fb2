package dev.zonec.grammar.parser.mistake;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Recognizes typical mistakes in flows and their services. */
final class FlowMistakes {
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Set<String> BEFORE_A_PORT = Set.of("port", "ports");
  private static final Set<String> FOR_A_COLON = Set.of("on", "over", "port", "ports", "using");
  private static final Set<String> FOR_AN_ARROW = Set.of("to", "into", "towards", "can", "calls");
  private static final Set<String> DIRECTIONS =
      Set.of("ingress", "egress", "inbound", "outbound", "traffic", "connections", "connection");
  private static final Set<String> CLAIMS =
      Set.of("never", "only", "isolated", "reachable", "path");
  private static final Set<String> NOT_NAMES =
      Set.of("from", "to", "source", "destination", "src", "dst", "port", "protocol", "peer");
  private static final Set<String> FOR_WITHIN =
      Set.of("inside", "intra", "among", "between", "internal");
  private static final List<String> WITHIN = List.of("within");
  private static final Set<String> ATTRIBUTES = Set.of("owner", "reason", "ticket", "expires");

  private FlowMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    Optional<Guess> sign = Position.END.holds(at) ? sign(at) : Optional.empty();
    if (sign.isPresent()) {
      return sign;
    }
    if (at.inside(ZoneParser.RULE_attributes, ZoneParser.RULE_waiverAttributes)
        && at.before(1).equals("expires")
        && !at.isFound(ZoneLexer.STRING)
        && !at.isFound(ZoneLexer.COLON)
        && !at.isFound(ZoneLexer.EQUAL)) {
      return mistake("`expires` needs a date", "write the last day, as in `expires 2027-06-30`");
    }
    if (at.inside(ZoneParser.RULE_attributes, ZoneParser.RULE_waiverAttributes)) {
      return attribute(at);
    }
    if (at.inside(ZoneParser.RULE_flow)) {
      return ends(at);
    }
    if (at.atStatement()
        && (at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.BOTH))
        && at.before(2).isEmpty()
        && !at.before(1).isEmpty()) {
      return mistakeBefore(
          at,
          "a flow begins with `allow`",
          "write `allow " + at.before(1) + " " + at.found().getText() + " …`");
    }
    boolean afterFlow =
        at.atStatement() && (at.firstOfLine().equals("allow") || at.firstOfLine().equals("assert"));
    return afterFlow ? after(at) : Optional.empty();
  }

  private static Optional<Guess> attribute(UnexpectedToken at) {
    if (at.isFound(ZoneLexer.COLON) || at.isFound(ZoneLexer.EQUAL)) {
      return mistake(
          "an attribute has no `:` or `=` before its value",
          at.before(1).equals("expires")
              ? "remove it: `expires 2027-06-30`"
              : "remove it: `{ owner @team  reason \"…\" }`");
    }
    if (isPort(at.found().getText()) && !at.expects(ZoneLexer.WORD)) {
      return mistake(
          "a port is not an attribute",
          "write it after a colon, before the braces: `A -> B : tcp/8080 { … }`");
    }
    if (at.isFound(ZoneLexer.WORD) && at.before(2).equals("owner")) {
      return mistake(
          "an owner of several words needs double quotes",
          "write `owner \"" + at.before(1) + " " + at.found().getText() + "\"`");
    }
    if (at.isFound(ZoneLexer.HANDLE) && at.before(2).equals("owner")) {
      return mistake("a mail address needs double quotes", "write `owner \"a@example.com\"`");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return mistake(
          "attributes have no commas between them",
          "remove it: "
              + (at.inside(ZoneParser.RULE_attributes)
                  ? "`{ owner @team  reason \"…\" }`"
                  : "`{ reason \"…\"  approved_by @team  expires 2027-06-30 }`"));
    }
    if (at.isFound(ZoneLexer.STRING) && at.before(1).equals("expires")) {
      return mistake("a date has no quotes", "write " + at.found().getText().replace("\"", "`"));
    }
    return at.before(1).equals("reason")
        ? mistake("a reason needs double quotes", "write `reason \"…\"`")
        : Optional.empty();
  }

  private static Optional<Guess> ends(UnexpectedToken at) {
    if (isPort(at.before(1)) && at.before(2).equals("allow")) {
      String ports = at.before(1).contains("/") ? at.before(1) : at.before(1) + "/8080";
      return mistakeBefore(
          at, "the ports belong at the end of a flow", "write `allow A -> B : " + ports + "`");
    }
    if (at.before(2).equals("allow") && NearestName.to(at.before(1), WITHIN).isPresent()) {
      return mistakeBefore(at, "there is no `" + at.before(1) + "`", "did you mean `within`?");
    }
    boolean inBraces = at.before(2).equals("{") || at.before(2).equals(",");
    if (at.isFound(ZoneLexer.EQUAL) && (at.typeAfter(2) == ZoneLexer.ARROW || inBraces)) {
      return label(at);
    }
    if (DIRECTIONS.contains(at.before(1)) && at.before(2).equals("allow")) {
      return mistakeBefore(
          at,
          "a flow has no direction",
          "name both ends, `allow A -> B : tcp/8080`: this opens the egress of A and the ingress"
              + " of B");
    }
    if (at.before(2).equals("allow") && FOR_WITHIN.contains(at.before(1))) {
      return mistakeBefore(
          at,
          "a flow has no `" + at.before(1) + "`",
          "for connections between the pods of one zone write `allow within A`");
    }
    boolean list = at.ofLine().contains("{") && !at.ofLine().contains("}");
    if (at.isFound(ZoneLexer.WORD) && list && NOT_NAMES.contains(at.before(1))) {
      return mistake("a flow has two ends and an arrow", "write `allow A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.WORD) && list) {
      return mistake(
          "the zones in braces need commas between them",
          "write `{" + at.before(1) + ", " + at.found().getText() + "}`");
    }
    if (at.isFound(ZoneLexer.ARROW) && at.before(1).equals("allow")) {
      return mistake("the source is missing", "write `A -> B`; for every source write `any -> B`");
    }
    if (at.isFound(ZoneLexer.COLON) && at.follows(ZoneLexer.ARROW)) {
      return mistake("the ports belong at the end of a flow", "write `allow A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.EQUAL)
        && at.ofStatement().size() > 1
        && at.ofStatement().get(1).getType() == ZoneLexer.LBRACE) {
      return mistake("a flow has no conditions", "name two ends: `allow A -> B : tcp/8080`");
    }
    if (at.before(1).equals("from") && at.before(2).equals("allow")) {
      return mistake("a flow has no `from`", "remove `from`: `allow A -> B`");
    }
    if (at.isFound(FOR_AN_ARROW) || at.isFound(ZoneLexer.EQUAL)) {
      return mistake(
          "`" + at.found().getText() + "` is not an arrow", "write the connection as `A -> B`");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return mistake(
          "a flow is a single connection, not a path",
          "write `A -> B`; `~>` is for assertions about paths");
    }
    if (at.isFound(ZoneLexer.COMMA)) {
      return mistake("several zones at one end need braces", "write `{a, b} -> c`");
    }
    if (at.isFound(ZoneLexer.COLON)) {
      return mistake("a flow has two ends", "name both: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return mistake("an exception needs braces", "write `{a except b} -> c`");
    }
    return at.expects(ZoneLexer.ARROW)
        ? mistake("a flow needs an arrow between its ends", "write `allow A -> B`")
        : Optional.empty();
  }

  private static Optional<Guess> label(UnexpectedToken at) {
    return mistake(
        "an end is the name of a zone, not a label",
        "declare a zone, and name it here: `zone NAME { namespace shop  pods "
            + at.before(1)
            + "="
            + at.after(1)
            + " }`");
  }

  private static Optional<Guess> sign(UnexpectedToken at) {
    boolean nothingBefore = at.before(1).equals("{") || at.before(1).equals(",");
    if (at.isFound(ZoneLexer.COMMA) && nothingBefore) {
      return mistake("a name is missing before this comma", "remove the comma: `{a, b}`");
    }
    if (at.isFound(ZoneLexer.RBRACE) && at.before(1).equals("{")) {
      return mistake("no zone is named in these braces", "name at least one zone: `{a, b}`");
    }
    if (at.isFound(ZoneLexer.LPAREN) && at.before(1).equals("pods")) {
      return mistake(
          "`pods(…)` is for questions only",
          "declare a zone, and name it here: `zone NAME { namespace shop  pods app=web }`");
    }
    if (at.isFound(ZoneLexer.STAR)) {
      return mistake(
          "`*` is not a zone",
          "write `any` for every pod and address, `any-pod` for every pod, or `internet` for public"
              + " addresses:"
              + (at.before(1).equals("->") ? " `A -> any`" : " `any -> A`"));
    }
    if (at.isFound(ZoneLexer.NOT)) {
      return mistake(
          "an end cannot be negated",
          "take the zone out of a larger one, `{shop except api}`; to claim that only A connects to"
              + " B, write `assert NAME: only A -> B`");
    }
    boolean first = at.before(1).equals("allow") && !at.follows(ZoneLexer.ARROW);
    if (at.isFound(ZoneLexer.LPAREN) && first) {
      return mistake("a flow needs an arrow between its ends", "write `allow A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.LPAREN) && CLAIMS.contains(at.before(1))) {
      return mistake("a claim has no parentheses", ClaimForm.of(at.ofLine()));
    }
    return at.isFound(ZoneLexer.LBRACKET) || at.isFound(ZoneLexer.LPAREN)
        ? mistake("a set of zones needs braces", "write `{a, b}`")
        : Optional.empty();
  }

  private static Optional<Guess> after(UnexpectedToken at) {
    String found = at.found().getText();
    if (at.firstOfLine().equals("assert") && at.ofLine().contains("isolated")) {
      return Optional.empty();
    }
    if (at.isFound(ZoneLexer.COLON) && at.before(1).equals("}")) {
      return mistake(
          "the ports belong before the attributes",
          "write `allow A -> B : tcp/8080 { owner @team }`");
    }
    if (found.startsWith("::")) {
      return mistake("a single colon begins the ports", "write `A -> B : tcp/8080`");
    }
    if (found.equalsIgnoreCase("endPort")) {
      return mistake("a range of ports is written with `-`", "write `" + at.before(1) + "-8090`");
    }
    if (at.isFound(ZoneLexer.EXCEPT) && at.before(1).equals("hops")) {
      return mistake(
          "`within` comes last",
          "write `no path A ~> B except via C within " + at.before(2) + " hops`");
    }
    if (at.isFound(ZoneLexer.EQUAL) && at.before(2).equals("->")) {
      return label(at);
    }
    if (at.isFound(ZoneLexer.COMMA) && afterColon(at) && nothingFollows(at)) {
      return mistake("nothing follows this comma", "remove it");
    }
    if (PROTOCOLS.contains(at.before(1))) {
      return mistake(
          "a protocol and its port are separated by `/`", "write `" + at.before(1) + "/8080`");
    }
    if (BEFORE_A_PORT.contains(at.before(1))) {
      return mistake(
          "`port` is not a protocol",
          "write a protocol and a number: `tcp/"
              + (at.isFound(ZoneLexer.EQUAL) ? "8080" : found)
              + "`");
    }
    if (at.isFound(FOR_A_COLON) || isPort(found)) {
      return mistake(
          "the colon before the service is missing",
          "write the service after a colon: `A -> B : tcp/8080`");
    }
    if (at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.BOTH)) {
      return mistake(
          "a flow is a single connection",
          "write one flow for each connection: `allow A -> B`, `allow B -> C`");
    }
    if (at.isFound(ZoneLexer.EXCEPT) && ZoneMistakes.isBlock(at.after(1))) {
      return mistake(
          "an exception is a name, not an address",
          "declare the addresses without it: `external NAME { cidr 0.0.0.0/0 except "
              + at.after(1)
              + " }`");
    }
    boolean within = at.ofLine().contains("within");
    if (at.isFound(ZoneLexer.EXCEPT) && isName(at.before(1)) && !afterColon(at)) {
      return mistake(
          "an exception needs braces",
          within ? "write `within {a except b}`" : "write `a -> {b except c}`");
    }
    if (at.isFound(ZoneLexer.STRING)) {
      return mistake(
          "the reason of a flow is an attribute",
          "write it in braces: `{ reason " + at.found().getText() + " }`");
    }
    if (at.isFound(ZoneLexer.COMMA) && at.follows(ZoneLexer.ARROW)) {
      return mistake(
          "a flow is a single connection",
          "write one flow for each connection: `allow A -> B`, `allow C -> D`");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return mistake(
          "a flow cannot have exceptions for ports",
          "list the ports that the flow allows, such as `: tcp/8000-8080`");
    }
    if (at.isFound(ATTRIBUTES)) {
      return mistake(
          "`" + found + "` is an attribute and needs braces",
          "write `{ owner @team  reason \"…\" }`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? mistake(
            "several zones at one end need braces",
            within ? "write `within {a, b}`" : "write `a -> {b, c}`")
        : Optional.empty();
  }

  private static boolean nothingFollows(UnexpectedToken at) {
    int next = at.typeAfter(1);
    return next == Token.EOF || (next >= ZoneParser.MODULE && next < ZoneParser.DENY);
  }

  private static boolean isName(String word) {
    return !isPort(word) && !word.equals("}");
  }

  private static boolean afterColon(UnexpectedToken at) {
    return at.before(2).equals(":") || at.before(2).equals(",");
  }

  private static boolean isPort(String word) {
    int slash = word.indexOf('/');
    String protocol = slash < 0 ? word : word.substring(0, slash);
    return PROTOCOLS.contains(protocol.toLowerCase(java.util.Locale.ROOT));
  }

  /** Returns a guess about the token before the unexpected one. */
  private static Optional<Guess> mistakeBefore(UnexpectedToken at, String cause, String help) {
    return Optional.of(Guess.of(cause, help).atPrevious(at));
  }

  private static Optional<Guess> mistake(String cause, String help) {
    return Optional.of(Guess.of(cause, help));
  }
}
