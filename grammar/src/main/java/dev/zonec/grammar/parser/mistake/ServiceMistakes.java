package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes typical mistakes in ports and services. */
final class ServiceMistakes {
  private static final Pattern PORT = Pattern.compile("(tcp|udp|sctp)/[0-9]+");
  private static final Pattern PROTOCOL = Pattern.compile("tcp|udp|sctp");

  private ServiceMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (at.inside(ZoneParser.RULE_serviceStatement) && at.expects(ZoneLexer.EQUAL)) {
      return Optional.of(
          Guess.of(
              "a service is defined with `=`", "write `service " + at.before(1) + " = tcp/8080`"));
    }
    boolean ofService = at.firstOfLine().equals("service");
    boolean afterPorts =
        (at.atStatement() && (ofService || at.firstOfLine().equals("allow")))
            || (at.atStatement() && at.firstOfLine().equals("assert"))
            || at.inside(ZoneParser.RULE_services, ZoneParser.RULE_serviceStatement);
    if (!afterPorts) {
      return Optional.empty();
    }
    String before = at.before(1);
    if (at.isFound(ZoneLexer.COLON) && PORT.matcher(before).matches()) {
      return Optional.of(
          Guess.of(
              "a range of ports is written with `-`",
              "write `"
                  + before
                  + "-"
                  + (at.after(1).matches("[0-9]+") ? at.after(1) : "8090")
                  + "`"));
    }
    if (at.isFound(ZoneLexer.COLON) && PROTOCOL.matcher(before).matches()) {
      return Optional.of(
          Guess.of(
              "a protocol and its port are separated by `/`",
              "write `"
                  + before
                  + "/"
                  + (at.after(1).matches("[0-9]+") ? at.after(1) : "8080")
                  + "`"));
    }
    if (at.isFound(ZoneLexer.SLASH) && PROTOCOL.matcher(before).matches()) {
      return Optional.of(
          Guess.of(
              "expected a port number or a range after `" + before + "/`",
              "write `"
                  + before
                  + "` for every port, or a range such as `"
                  + before
                  + "/8000-8090`"));
    }
    if (at.isFound(ZoneLexer.STAR)) {
      return Optional.of(
          Guess.of(
              "`*` is not a service",
              "for every port and protocol, remove the colon too; for every TCP port, write"
                  + " `tcp`"));
    }
    if (ofService && at.isFound(ZoneLexer.WORD)) {
      return Optional.of(
          Guess.of(
              "the ports of a service need commas between them",
              "write `service NAME = tcp/80, tcp/443`; a service consists of ports only"));
    }
    if (at.isFound(ZoneLexer.NOT)) {
      return Optional.of(
          Guess.of(
              "a port cannot be negated",
              "list the other ports: `tcp/1-79, tcp/81-65535` is all but `tcp/80`"));
    }
    return at.isFound(ZoneLexer.LBRACE)
            || at.isFound(ZoneLexer.LBRACKET)
            || at.isFound(ZoneLexer.LPAREN)
        ? Optional.of(
            Guess.of(
                "services are listed without brackets",
                ofService ? "write `service NAME = tcp/80, tcp/443`" : "write `: tcp/80, tcp/443`"))
        : Optional.empty();
  }
}
