package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.regex.Pattern;

/** Typical mistakes in ports and services. */
final class ServiceMistakes {
  private static final Pattern PORT = Pattern.compile("(tcp|udp|sctp)/[0-9]+");
  private static final Pattern PROTOCOL = Pattern.compile("tcp|udp|sctp");

  private ServiceMistakes() {}

  static Optional<Guess> guess(Situation at) {
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
      return Optional.of(Guess.of("a range is written with `-`", "write `" + before + "-8090`"));
    }
    if (at.isFound(ZoneLexer.SLASH) && PROTOCOL.matcher(before).matches()) {
      return Optional.of(
          Guess.of(
              "a port after `" + before + "/` is a number or a range",
              "every port of the protocol is `"
                  + before
                  + "` alone; a range is `"
                  + before
                  + "/8000-8090`"));
    }
    if (at.isFound(ZoneLexer.STAR)) {
      return Optional.of(
          Guess.of(
              "`*` is no service",
              "for every port and protocol leave the colon out too; every TCP port is `tcp`"));
    }
    if (ofService && at.isFound(ZoneLexer.WORD)) {
      return Optional.of(
          Guess.of(
              "commas stand between the ports of a service",
              "write `service NAME = tcp/80, tcp/443`; a service is ports, and knows nothing of"
                  + " requests"));
    }
    if (at.isFound(ZoneLexer.NOT)) {
      return Optional.of(
          Guess.of(
              "ports are not negated",
              "name the ports that are meant: `tcp/1-79, tcp/81-65535` is all but `tcp/80`"));
    }
    return at.isFound(ZoneLexer.LBRACE)
            || at.isFound(ZoneLexer.LBRACKET)
            || at.isFound(ZoneLexer.LPAREN)
        ? Optional.of(
            Guess.of(
                "services stand without brackets", "write `: http, tcp/9090`, with commas only"))
        : Optional.empty();
  }
}
