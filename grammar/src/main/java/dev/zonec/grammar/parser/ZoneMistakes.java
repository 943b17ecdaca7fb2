package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;

/** Typical mistakes in zones and externals. */
final class ZoneMistakes {
  private static final Set<String> FOR_IN = Set.of("extends", "inherits", "inside", "of", "under");

  private ZoneMistakes() {}

  static Optional<String> help(Situation at) {
    if (!at.inside(ZoneParser.RULE_zoneStatement, ZoneParser.RULE_externalStatement)) {
      return Optional.empty();
    }
    if (at.isFound(FOR_IN)) {
      return Optional.of("a zone inside another is written `zone A in B { … }`");
    }
    if (at.isFound(ZoneLexer.IN)) {
      return Optional.of("`in` stands before `tier`: `zone A in B tier T { … }`");
    }
    if (at.expects(ZoneLexer.LBRACE)) {
      return Optional.of("what is in it stands in braces: `{ namespace shop  pods app=web }`");
    }
    return clause(at);
  }

  private static Optional<String> clause(Situation at) {
    String before = at.before(1);
    if (at.isFound(ZoneLexer.EQUAL)) {
      return switch (before) {
        case "namespace" -> Optional.of("leave the `=` out: `namespace shop`");
        case "pods" -> Optional.of("leave this `=` out: `pods app=web`");
        default ->
            at.before(2).equals("namespace")
                ? Optional.of("namespaces by their labels: `namespaces " + before + "=…`")
                : Optional.empty();
      };
    }
    if (at.isFound(ZoneLexer.COLON)) {
      return Optional.of(
          before.equals("pods") || before.equals("namespace") || before.equals("cidr")
              ? "leave the colon out: `" + before + " …`"
              : "a label is written with `=`: `" + before + "=…`");
    }
    if ((before.equals("pods") || before.equals("cidr")) && at.before(2).equals(",")) {
      return Optional.of("nothing stands between lines: `namespace shop  pods app=web`");
    }
    int next = at.typeAfter(1);
    boolean requirement =
        next == ZoneLexer.EQUAL
            || next == ZoneLexer.NOT_EQUAL
            || next == ZoneLexer.IN
            || next == ZoneLexer.NOTIN;
    return requirement
        ? Optional.of("pods are selected with `pods`: `pods " + at.found().getText() + "=…`")
        : Optional.empty();
  }
}
