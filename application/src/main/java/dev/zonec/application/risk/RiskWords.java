package dev.zonec.application.risk;

import dev.zonec.diagnostics.Counted;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.ClosableRule;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetPath;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is known about a row. */
public final class RiskWords {
  private static final int MOST_STATEMENTS = 2;

  private RiskWords() {}

  /** Returns why the row has its place. */
  public static String why(RiskRow row) {
    RankedVulnerability worst = row.worst();
    StringBuilder text = new StringBuilder(reach(row.facts().reach()));
    text.append(", ").append(worst.vulnerability().severity().word());
    if (worst.vulnerability().severity() == VulnerabilitySeverity.UNKNOWN) {
      text.append(" severity");
    }
    if (worst.exploited()) {
      text.append(", known to be exploited");
      worst
          .catalogued()
          .filter(entry -> !entry.due().isEmpty())
          .ifPresent(entry -> text.append(" (remedy due ").append(entry.due()).append(')'));
    }
    if (row.facts().sensitive() > 0) {
      text.append(", reaches ")
          .append(
              Counted.grouped(
                  row.facts().sensitive(), "sensitive workload", "sensitive workloads"));
    }
    return text.toString();
  }

  private static String reach(Reach reach) {
    return switch (reach) {
      case EXPOSED -> "reachable from the internet";
      case ADMITTED -> "policies admit the internet";
      case UNKNOWN -> "reach from the internet not known";
      case INSIDE -> "reachable from other workloads";
      case NOTHING -> "nothing reaches it";
    };
  }

  /** Returns text such as {@code CVE-2021-44228 log4j-core 2.14.1, fixed in 2.15.0: critical}. */
  public static String vulnerability(RankedVulnerability each) {
    Vulnerability found = each.vulnerability();
    StringBuilder text =
        new StringBuilder(found.id())
            .append(' ')
            .append(found.affected())
            .append(": ")
            .append(found.severity().word());
    if (each.exploited()) {
      text.append(", exploited");
    }
    each.likelihood()
        .ifPresent(
            value -> text.append(", EPSS ").append(String.format(Locale.ROOT, "%.3f", value)));
    return text.toString();
  }

  /** Returns the path on one line. */
  public static String path(InternetPath path) {
    return path.hops().stream()
            .map(hop -> "-> " + hop.to().label() + " : " + hop.ports())
            .collect(Collectors.joining(" ", start(path) + " ", ""))
        + switch (path.way()) {
          case InternetPath.Way.ThroughService(var service, var seenAs) ->
              ", through Service " + service + seenAs.map(RiskWords::seenAs).orElse("");
          case InternetPath.Way.ThroughEntrance(var entrance) -> ", through " + entrance;
          case InternetPath.Way.Direct direct -> ", if a route leads to the pod's address";
        };
  }

  private static String seenAs(Endpoint source) {
    return switch (source) {
      case Endpoint.Node node -> ", if policies see a node instead of the caller";
      case Endpoint.External balancer ->
          ", if policies see a load balancer at " + balancer.address() + " instead of the caller";
      case Endpoint.Pod pod -> "";
    };
  }

  private static String start(InternetPath path) {
    return path.way() instanceof InternetPath.Way.ThroughEntrance
        ? path.hops().getFirst().from().label()
        : "internet";
  }

  /** Returns which rule to close until the image is patched; empty if none was looked for. */
  public static Optional<String> close(RowDetail detail, PolicyOrigins origins) {
    return detail
        .close()
        .map(
            result ->
                switch (result) {
                  case CutSearch.Result.Closed(ClosableRule rule) ->
                      "until it is patched, close " + rule(rule, origins);
                  case CutSearch.Result.NoSingleRule(var left) ->
                      left.map(RiskWords::left)
                          .orElse("no rule opens the path: no policy isolates the pods on it");
                  case CutSearch.Result.NotTried open ->
                      "there are too many rules to try which one cuts the path";
                });
  }

  /** Says which path is left when a rule is closed. */
  private static String left(InternetPath path) {
    boolean asNode =
        path.hops().getFirst().decision() instanceof Decision.Judged(var egress, var ingress)
            && ingress.decisive() instanceof SideDecision.OwnNode;
    return "no single rule closes every path; one that is left: "
        + path(path)
        + (asNode ? ", as the pod's own node, which policies always admit" : "");
  }

  /** Returns text such as {@code NetworkPolicy shop/web, ingress rule at np.yaml:9}. */
  public static String rule(ClosableRule rule, PolicyOrigins origins) {
    List<PolicyOrigin.Statement> statements = statements(rule, origins);
    String flows =
        statements.stream()
            .limit(MOST_STATEMENTS)
            .map(PolicyOrigin.Statement::toString)
            .collect(Collectors.joining(" and "));
    return (statements.isEmpty() ? "" : flows + ": ")
        + rule.policy()
        + ", "
        + (rule.direction() == Direction.INGRESS ? "ingress" : "egress")
        + " rule at "
        + rule.span().fileAndLine();
  }

  /** Returns the statements of the program that the rule comes from. */
  public static List<PolicyOrigin.Statement> statements(ClosableRule rule, PolicyOrigins origins) {
    return rule.match()
        .map(match -> origins.of(match, rule.direction(), rule.connection()))
        .map(
            origin ->
                origin instanceof PolicyOrigin.Compiled compiled
                    ? compiled.statements()
                    : List.<PolicyOrigin.Statement>of())
        .orElse(List.of());
  }
}
