package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.ServiceCall;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.why.Blocker;
import dev.zonec.verifier.why.Change;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes explanations as lines of text.
 *
 * @param origins the origins of the policies
 */
public record WhyText(PolicyOrigins origins) {
  /**
   * Returns the lines of the first {@code most} of {@code explanations} and the number of the
   * others, or a line that says that there is nothing to explain.
   */
  public List<String> lines(String question, List<Explanation> explanations, int most) {
    if (explanations.isEmpty()) {
      return List.of("no two ends: " + question);
    }
    List<String> lines = new ArrayList<>(lines(explanations.stream().limit(most).toList()));
    if (explanations.size() > most) {
      lines.add(rest(explanations, most));
    }
    return lines;
  }

  private static String rest(List<Explanation> explanations, int shown) {
    List<Explanation> others = explanations.subList(shown, explanations.size());
    long allowed = others.stream().filter(Explanation.Allowed.class::isInstance).count();
    long denied = others.stream().filter(Explanation.Denied.class::isInstance).count();
    long neither = others.size() - allowed - denied;
    return "and "
        + others.size()
        + " more: "
        + allowed
        + " allowed, "
        + denied
        + " denied"
        + (neither == 0 ? "" : ", " + neither + " without a connection")
        + "; `--all` explains them";
  }

  private List<String> lines(List<Explanation> explanations) {
    List<String> lines = new ArrayList<>();
    for (Explanation explanation : explanations) {
      switch (explanation) {
        case Explanation.NotConnected(NoConnection end) -> {
          lines.add("no connection: " + end.from() + " -> " + end.to());
          lines.add("  " + end.reason());
        }
        case Explanation.Allowed(PortDecision connections) -> {
          head("allowed", connections, lines);
          sides(connections, lines);
        }
        case Explanation.Denied denied -> {
          head("denied", denied.connections(), lines);
          Set<String> passed = new LinkedHashSet<>();
          for (Blocker blocker : denied.blockers()) {
            // All blockers of a side can have the same rules before them; print these once.
            passed(blocker).stream().filter(passed::add).forEach(lines::add);
            blocker(denied.connections(), blocker, lines);
          }
          remedy(denied, lines);
        }
      }
    }
    return lines;
  }

  private static void head(String verdict, PortDecision connections, List<String> lines) {
    String from = verdict + ": " + connections.from().label() + " -> ";
    String pod = connections.to().label() + " : " + connections.ports();
    if (connections.call().isEmpty()) {
      lines.add(from + pod);
      return;
    }
    ServiceCall call = connections.call().get();
    String port = call.port().map(WhyText::called).orElse("");
    if (call.entrance().isPresent()) {
      lines.add(from + pod);
      lines.add("  by       " + call.entrance().get() + ", through " + call.label() + port);
    } else {
      lines.add(from + call.label() + port);
      lines.add("  leads to " + pod);
    }
  }

  private static String called(ServicePort port) {
    return " : " + new Transport.Ported(port.protocol(), port.port());
  }

  /**
   * Adds the sides of the decision. For connections through an entrance, the policies of the
   * controller are not evaluated, so its side is left out.
   */
  private void sides(PortDecision connections, List<String> lines) {
    boolean byEntrance = connections.call().flatMap(ServiceCall::entrance).isPresent();
    if (byEntrance
        && connections.decision() instanceof Decision.Judged(var egress, SideDecision ingress)) {
      lines.addAll(side(connections).side(Direction.INGRESS, ingress));
    } else {
      lines.addAll(side(connections).sides(connections.decision()));
    }
  }

  private SideText side(PortDecision connections) {
    return new SideText(true, connections.example(), origins);
  }

  private static List<String> passed(Blocker blocker) {
    String head = SideText.head(blocker.direction());
    return blocker.passed().stream()
        .map(by -> head + "passed by " + ClusterRuleText.of(blocker.direction(), by))
        .toList();
  }

  private void blocker(PortDecision connections, Blocker blocker, List<String> lines) {
    String head = SideText.head(blocker.direction());
    switch (blocker) {
      case Blocker.Denied(Direction direction, var passed, ClusterMatch match, var tied) -> {
        lines.add(head + "denied by " + ClusterRuleText.of(direction, match));
        lines.addAll(SideText.tied(direction, tied));
      }
      case Blocker.Isolated(Direction direction, var passed, var by, var misses) -> {
        lines.add(head + "isolated, and no rule admits it:");
        for (Policy policy : by) {
          lines.addAll(side(connections).under(policy));
          rules(connections, direction, policy, misses, lines);
        }
      }
      case Blocker.Undefined(Direction direction, var passed, Knob knob, var isolating) -> {
        lines.add(head + "undefined (" + knob.word() + "), taken as blocked");
        isolating.forEach(policy -> lines.addAll(side(connections).under(policy)));
      }
    }
  }

  private void rules(
      PortDecision connections,
      Direction direction,
      Policy policy,
      List<NearMiss> misses,
      List<String> lines) {
    if (policy.rules(direction).isEmpty()) {
      lines.add(SideText.under("  it has no " + direction.word() + " rule"));
    }
    List<NearMiss> own = misses.stream().filter(m -> m.policy().equals(policy)).toList();
    NearMissText text = new NearMissText(connections, direction);
    own.stream()
        .filter(miss -> !miss.isUnrelated())
        .flatMap(miss -> text.lines(miss).stream())
        .forEach(line -> lines.add(SideText.under("  " + line)));
    long unrelated = own.stream().filter(NearMiss::isUnrelated).count();
    if (unrelated > 0) {
      lines.add(
          SideText.under(
              "  "
                  + (unrelated == 1 ? "1 rule" : unrelated + " rules")
                  + " for other peers and ports"));
    }
  }

  private void remedy(Explanation.Denied denied, List<String> lines) {
    switch (denied.remedy()) {
      case Remedy.Unknown unknown -> unknown(denied, lines);
      case Remedy.Changes(List<Change> changes) -> {
        lines.add("  the smallest change that would allow " + scope(denied) + ", tried:");
        changes.forEach(change -> change(change, lines));
      }
    }
  }

  private static String scope(Explanation.Denied denied) {
    PortDecision connections = denied.connections();
    String ports = denied.scope().ports().toString();
    if (denied.scope().everyAddress()) {
      return ports;
    }
    Endpoint shown =
        connections.example().destination() instanceof Endpoint.External to
            ? to
            : connections.example().source();
    return shown instanceof Endpoint.External(IpAddress address)
        ? ports + " for " + address
        : ports;
  }

  private static void unknown(Explanation.Denied denied, List<String> lines) {
    boolean byEntrance = denied.connections().call().flatMap(ServiceCall::entrance).isPresent();
    if (byEntrance) {
      lines.add(
          "  no manifest declares the pods of the controller, which a rule would have to select");
    } else if (denied.blockers().stream().anyMatch(WhyText::isBlockedByHostNetwork)) {
      lines.add("  a rule with an ipBlock of the node's addresses would admit the pod on the host");
      lines.add("  network: no manifest gives all of them");
    } else {
      lines.add("  zonec found no change to individual rules that would allow it");
    }
  }

  private static boolean isBlockedByHostNetwork(Blocker blocker) {
    return blocker instanceof Blocker.Isolated isolated
        && isolated.misses().stream()
            .anyMatch(
                miss -> miss.port().fits() && miss.peer().equals(new Fit.Open(Knob.HOST_NETWORK)));
  }

  private void change(Change change, List<String> lines) {
    switch (change) {
      case Change.AddPorts(Direction direction, Policy policy, var rule, var more) -> {
        lines.add(
            "    "
                + policy
                + ", its rule at "
                + rule.span().fileAndLine()
                + (more.size() == 1 ? ": add the port" : ": add the ports"));
        more.forEach(port -> lines.add("      - " + RuleYaml.port(port)));
        generated(policy, lines);
      }
      case Change.AddRule(Direction direction, Policy policy, var rule) -> {
        lines.add("    " + policy + ", " + policy.span().fileAndLine() + ": add");
        RuleYaml.lines(direction, rule).forEach(line -> lines.add("      " + line));
        generated(policy, lines);
      }
      case Change.AcceptBefore(Direction direction, var policy, var denying, var accepting) -> {
        lines.add(
            "    " + policy + ", before its rule at " + denying.span().fileAndLine() + ": add");
        RuleYaml.lines(direction, policy, accepting).forEach(line -> lines.add("      " + line));
      }
    }
  }

  private void generated(Policy policy, List<String> lines) {
    if (policy.generated()) {
      String where =
          origins.of(policy) instanceof PolicyOrigin.Compiled compiled
              ? compiled.first().span().source().name()
              : "its program";
      lines.add("      zonec wrote this policy: declare a flow in " + where + " instead");
    }
  }
}
