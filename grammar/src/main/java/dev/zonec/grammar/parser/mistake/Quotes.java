package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes a string where the language has a name, an address or a port. */
final class Quotes {
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_./-]*[A-Za-z0-9_])?");
  private static final Pattern HOST = Pattern.compile("([A-Za-z0-9*-]+\\.)+[A-Za-z]{2,}");
  private static final Pattern BLOCK =
      Pattern.compile("[0-9.]+/[0-9]+|[0-9a-fA-F:]*:[0-9a-fA-F:/]+");
  private static final Pattern PORT_NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private Quotes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (!at.isFound(ZoneLexer.STRING) || !at.expects(ZoneLexer.WORD)) {
      return Optional.empty();
    }
    String text = at.found().getText().replace("\"", "");
    boolean services = at.inside(ZoneParser.RULE_services, ZoneParser.RULE_serviceStatement);
    boolean port = services && !at.before(1).equals("service");
    boolean end = at.inside(ZoneParser.RULE_flow, ZoneParser.RULE_claim, ZoneParser.RULE_waived);
    if (end && !services && HOST.matcher(text).matches()) {
      return guess("NetworkPolicies do not support host names", ForeignWords.NAMES);
    }
    if (end && !services && BLOCK.matcher(text).matches()) {
      return guess(
          "an end is a name, not an address",
          "declare the addresses: `external NAME { cidr " + text + " }`");
    }
    if (port && PORT_NAME.matcher(text).matches()) {
      return guess(
          "a named port needs its protocol",
          "write `tcp/\"" + text + "\"` for the port that the pods call `" + text + "`");
    }
    return WORD.matcher(text).matches() || !text.contains(" ")
        ? guess("quotes are not allowed here", "remove the quotes: `" + text + "`")
        : guess("a name has no quotes and no spaces", "write one word: `" + asWord(text) + "`");
  }

  private static String asWord(String text) {
    String word = text.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    return word.isEmpty() ? "name" : word;
  }

  private static Optional<Guess> guess(String cause, String... helps) {
    return Optional.of(Guess.of(cause, helps));
  }
}
