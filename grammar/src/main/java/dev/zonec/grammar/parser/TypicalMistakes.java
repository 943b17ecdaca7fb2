package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.Optional;
import java.util.Set;

/** What those who are new to the language write, and what they mean by it. */
final class TypicalMistakes {
  private static final Set<String> DENIALS = Set.of("deny", "block", "drop", "reject", "forbid");
  private static final Set<String> PERMISSIONS =
      Set.of("permit", "flow", "rule", "policy", "accept");
  private static final Set<String> CLAIMS = Set.of("ensure", "check", "require", "never", "only");
  private static final Set<String> OF_MANIFESTS = Set.of("apiversion", "kind", "metadata", "spec");
  private static final Set<String> OF_ZONES =
      Set.of("namespace", "namespaces", "pods", "pod", "cidr", "selector");

  private TypicalMistakes() {}

  /** What to write instead, if it can be guessed. */
  static Optional<String> help(Situation at) {
    if (at.isFound(ZoneLexer.SLASH) && at.typeAfter(1) == ZoneLexer.SLASH) {
      return Optional.of("comments begin with `#`");
    }
    if (at.isFound(ZoneLexer.STRING) && at.expects(ZoneLexer.WORD)) {
      return Optional.of("write it without quotes: " + at.found().getText().replace("\"", "`"));
    }
    return FlowMistakes.help(at)
        .or(() -> ZoneMistakes.help(at))
        .or(() -> ClaimMistakes.help(at))
        .or(() -> service(at))
        .or(() -> statement(at));
  }

  private static Optional<String> service(Situation at) {
    boolean definition = at.expects(ZoneLexer.EQUAL) && at.before(2).equals("service");
    return definition
        ? Optional.of("write `service " + at.before(1) + " = tcp/8080`")
        : Optional.empty();
  }

  private static Optional<String> statement(Situation at) {
    if (!at.atStatement()) {
      return Optional.empty();
    }
    if (at.isFound(DENIALS)) {
      return Optional.of("flows only allow; claim it instead: `assert NAME: never A -> B`");
    }
    if (at.isFound(OF_MANIFESTS) || at.isFound(ZoneLexer.LBRACE)) {
      return Optional.of(
          "this looks like a Kubernetes manifest; manifests are given with `-m PATH`");
    }
    if (at.isFound(PERMISSIONS)) {
      return Optional.of("a flow is written `allow A -> B : tcp/8080`");
    }
    if (at.isFound(CLAIMS)) {
      return Optional.of("a claim is written `assert NAME: never A -> B`");
    }
    if (at.isFound(OF_ZONES)) {
      return Optional.of("this stands in a zone: `zone NAME { namespace shop  pods app=web }`");
    }
    return Optional.empty();
  }
}
