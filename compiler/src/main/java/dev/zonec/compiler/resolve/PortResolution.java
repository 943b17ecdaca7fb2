package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarServices;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves ports such as {@code tcp/8080}. */
final class PortResolution {
  private static final Map<String, Protocol> PROTOCOLS =
      new TreeMap<>(Map.of("tcp", Protocol.TCP, "udp", Protocol.UDP, "sctp", Protocol.SCTP));
  private static final Pattern NUMBERS = Pattern.compile("([0-9]+)(-([0-9]+))?");
  private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final Pattern DOTS = Pattern.compile("([0-9]+)(?:\\.\\.+|_|--+)([0-9]+)");

  /** Two protocols in a word, such as {@code tcp/udp/53}. */
  private static final Pattern TWO_PROTOCOLS = Pattern.compile("(?:tcp|udp|sctp)/([0-9-]+)");

  private final Problems problems;

  PortResolution(Problems problems) {
    this.problems = problems;
  }

  /** Whether {@code term} is a port rather than the name of a service. */
  static boolean isPort(ServiceTerm term) {
    return switch (term) {
      case ServiceTerm.NamedPort named -> true;
      case ServiceTerm.Plain(Word word) ->
          word.text().indexOf('/') >= 0
              || isProtocol(word.text())
              || NUMBERS.matcher(word.text()).matches();
    };
  }

  /** Whether {@code name} is a protocol, in upper or lower case. */
  static boolean isProtocol(String name) {
    return PROTOCOLS.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the port that {@code term} represents, or reports the problem. */
  Optional<PortClause> resolve(ServiceTerm term) {
    return switch (term) {
      case ServiceTerm.NamedPort(Word protocol, Word port, var nodeSpan) ->
          protocol(protocol.text(), port.text(), protocol.span())
              .flatMap(known -> named(known, port));
      case ServiceTerm.Plain(Word word) -> plain(word);
    };
  }

  /**
   * Warns about a protocol before a port of another protocol, as in {@code tcp,udp/53}: it stands
   * for every port, and was probably meant for the same port.
   */
  void checkTogether(List<ServiceTerm> terms) {
    for (int i = 0; i + 1 < terms.size(); i++) {
      if (terms.get(i) instanceof ServiceTerm.Plain(Word whole)
          && PROTOCOLS.containsKey(whole.text())
          && terms.get(i + 1) instanceof ServiceTerm.Plain(Word next)
          && next.text().indexOf('/') > 0) {
        String ports = next.text().substring(next.text().indexOf('/') + 1);
        String protocol = next.text().substring(0, next.text().indexOf('/'));
        if (PROTOCOLS.containsKey(protocol) && !protocol.equals(whole.text())) {
          String upper = whole.text().toUpperCase(Locale.ROOT);
          problems.add(
              Diagnostic.warning(
                      Code.ZC0551,
                      whole.span(),
                      "`" + whole + "` before `" + next + "` is every port of " + upper)
                  .labelled("a protocol alone is all its ports")
                  .help(
                      "for the same port write `"
                          + whole
                          + "/"
                          + ports
                          + ", "
                          + next
                          + "`; for every port of "
                          + upper
                          + " write `"
                          + whole
                          + "` last"));
        }
      }
    }
  }

  private Optional<PortClause> plain(Word word) {
    String text = word.text();
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String ports = text.substring(slash + 1);
      Span there = word.part(0, slash);
      return protocol(text.substring(0, slash), ports, there)
          .flatMap(known -> numbered(known, ports, word));
    }
    if (NUMBERS.matcher(text).matches()) {
      problems.add(
          Diagnostic.error(Code.ZC0301, word.span(), "the port `" + text + "` has no protocol")
              .help(
                  text.equals("53")
                      ? "write `dns`, which is `udp/53, tcp/53`"
                      : "write `tcp/" + text + "`"));
      return Optional.empty();
    }
    return protocol(text, "", word.span()).map(PortClause.AllPorts::new);
  }

  private Optional<Protocol> protocol(String name, String ports, Span span) {
    Protocol known = PROTOCOLS.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (FamiliarServices.isUngoverned(name)) {
      problems.add(ungoverned(name, span));
      return Optional.empty();
    }
    Diagnostic problem = Diagnostic.error(Code.ZC0302, span, "unknown protocol `" + name + "`");
    String lower = name.toLowerCase(Locale.ROOT);
    if (PROTOCOLS.containsKey(lower)) {
      problems.add(problem.help("write the protocol in lower case: `" + lower + "`", span, lower));
    } else if (isProtocol(ports) && NUMBERS.matcher(name).matches()) {
      String turned = ports.toLowerCase(Locale.ROOT) + "/" + name;
      problems.add(
          problem.help("write the protocol first: `" + turned + "`", whole(span, ports), turned));
    } else if (FamiliarServices.isEverything(name) && !ports.isEmpty()) {
      problems.add(problem.help("write each protocol: `tcp/" + ports + ", udp/" + ports + "`"));
    } else if (NUMBERS.matcher(ports).matches() && FamiliarServices.protocol(name).isPresent()) {
      String meant = FamiliarServices.protocol(name).orElseThrow() + "/" + ports;
      problems.add(problem.help("write `" + meant + "`", whole(span, ports), meant));
    } else if (FamiliarServices.protocol(name).isPresent()) {
      problems.add(
          problem.help(
              "name the port, such as `tcp/8080`; NetworkPolicies cannot match methods or paths"));
    } else {
      problems.add(
          NearestName.to(lower, PROTOCOLS.keySet())
              .map(nearest -> problem.help("did you mean `" + nearest + "`?", span, nearest))
              .orElse(problem.help("write `tcp`, `udp` or `sctp`")));
    }
    return Optional.empty();
  }

  /**
   * Returns the span of a protocol together with the ports behind it, if they are written there.
   */
  private static Span whole(Span protocol, String ports) {
    boolean written =
        !ports.isEmpty() && protocol.source().content().startsWith("/" + ports, protocol.end());
    return written
        ? new Span(protocol.source(), protocol.start(), protocol.end() + 1 + ports.length())
        : protocol;
  }

  /** Returns the error for a protocol without ports, which NetworkPolicies cannot match. */
  static Diagnostic ungoverned(String name, Span span) {
    return Diagnostic.error(Code.ZC0309, span, "NetworkPolicies cannot match `" + name + "`")
        .labelled("they support TCP, UDP and SCTP only")
        .note("the network plugin decides whether to allow it")
        .help("remove it, or name ports such as `tcp/8080`")
        .help("to allow or deny `" + name + "`, add a policy of your network plugin");
  }

  private Optional<PortClause> named(Protocol protocol, Word port) {
    String name = port.text();
    boolean wellFormed =
        name.length() <= 15
            && PORT_NAME.matcher(name).matches()
            && name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    if (wellFormed) {
      return Optional.of(new PortClause.Named(protocol, name));
    }
    Diagnostic problem =
        Diagnostic.error(Code.ZC0306, port.span(), "`" + name + "` is not a valid port name");
    problems.add(
        NUMBERS.matcher(name).matches()
            ? problem.help("write a port number without quotes: `" + word(protocol, name) + "`")
            : problem.help(
                "use up to 15 lower-case letters, digits and single `-` between them, at least one"
                    + " of them a letter"));
    return Optional.empty();
  }

  private Optional<PortClause> numbered(Protocol protocol, String text, Word word) {
    Span span = word.part(word.text().length() - text.length(), word.text().length());
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      Diagnostic problem =
          Diagnostic.error(Code.ZC0301, span, "`" + text + "` is not a port number");
      Optional<String> meant = meant(protocol, text);
      if (meant.isPresent()) {
        problems.add(problem.help(meant.get()));
        return Optional.empty();
      }
      problems.add(
          PORT_NAME.matcher(text).matches()
              ? problem.help(
                  "write a port name in quotes: `" + word(protocol, "\"" + text + "\"") + "`")
              : problem.help("write a number such as `8080` or a range such as `8080-8090`"));
      return Optional.empty();
    }
    String firstText = matcher.group(1);
    String lastText = matcher.group(3) == null ? firstText : matcher.group(3);
    for (String number : List.of(firstText, lastText)) {
      if (!isPortNumber(number)) {
        problems.add(
            Diagnostic.error(Code.ZC0301, span, "`" + number + "` is not a port number")
                .help(
                    number.matches("0+")
                        ? "write a number from 1 to 65535; for every port write the protocol only:"
                            + " `"
                            + protocol.name().toLowerCase(Locale.ROOT)
                            + "`"
                        : "write a number from 1 to 65535, without leading zeros"));
        return Optional.empty();
      }
    }
    int first = Integer.parseInt(firstText);
    int last = Integer.parseInt(lastText);
    if (last < first) {
      problems.add(
          Diagnostic.error(Code.ZC0301, span, "the range `" + text + "` ends before it begins")
              .help(
                  "did you mean `" + word(protocol, last + "-" + first) + "`?",
                  span,
                  span.text().startsWith(firstText)
                      ? last + "-" + first
                      : word(protocol, last + "-" + first)));
      return Optional.empty();
    }
    return Optional.of(new PortClause.Numbered(protocol, new PortRange(first, last)));
  }

  private static Optional<String> meant(Protocol protocol, String text) {
    if (text.matches("all|any|every|ALL|ANY")) {
      return Optional.of(
          "for every port write the protocol only: `"
              + protocol.name().toLowerCase(Locale.ROOT)
              + "`");
    }
    Matcher dots = DOTS.matcher(text);
    if (dots.matches()) {
      return Optional.of(
          "write a range with `-`: `" + word(protocol, dots.group(1) + "-" + dots.group(2)) + "`");
    }
    Matcher both = TWO_PROTOCOLS.matcher(text);
    if (both.matches()) {
      return Optional.of("write `" + word(protocol, both.group(1)) + ", " + text + "`");
    }
    Optional<String> decimal = decimal(text);
    if (decimal.isPresent()) {
      return Optional.of("write the number in decimal: `" + word(protocol, decimal.get()) + "`");
    }
    if (text.startsWith("-")) {
      return Optional.of("write a number from 1 to 65535, without a sign");
    }
    return text.matches("[A-Z][A-Z0-9_]*")
        ? Optional.of(
            "write the value of a parameter as `" + word(protocol, "${" + text + "}") + "`")
        : Optional.empty();
  }

  /** Returns a hexadecimal or octal number with its prefix, such as {@code 0x50}, in decimal. */
  private static Optional<String> decimal(String text) {
    return text.matches("0[xX][0-9A-Fa-f]{1,4}|0[oO][0-7]{1,6}")
        ? Optional.of(
            Integer.toString(
                Integer.parseInt(
                    text.substring(2), Character.toLowerCase(text.charAt(1)) == 'x' ? 16 : 8)))
        : Optional.empty();
  }

  private static boolean isPortNumber(String digits) {
    return !digits.startsWith("0") && digits.length() <= 5 && Integer.parseInt(digits) <= 65535;
  }

  private static String word(Protocol protocol, String port) {
    return protocol.name().toLowerCase(Locale.ROOT) + "/" + port;
  }
}
