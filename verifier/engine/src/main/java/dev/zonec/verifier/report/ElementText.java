package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Describes what a claim rests on.
 *
 * @param program the program
 * @param origins traces policies to the program
 */
record ElementText(ZoneProgram program, ElementOrigins origins) {
  /**
   * Describes elements of {@code program}.
   *
   * @param origins the origins of the policies
   * @param standIns the names of the stand-ins for namespaces to come
   */
  static ElementText of(ZoneProgram program, PolicyOrigins origins, Set<String> standIns) {
    return new ElementText(program, new ElementOrigins(origins, standIns));
  }

  /**
   * Returns the description, and below it the place and the statement that it comes from.
   *
   * @param hop a connection that the element decides, if there is one
   */
  List<String> lines(Element element, Optional<Hop> hop) {
    List<String> lines = new ArrayList<>(List.of(words(element)));
    switch (element) {
      case Element.Isolation isolation ->
          lines.addAll(places(isolation.policy().span(), origins.of(isolation)));
      case Element.Admission rule -> {
        lines.add("`" + RuleText.of(rule.rule()) + "`");
        lines.addAll(places(rule.rule().span(), origins.of(rule, hop)));
      }
      case Element.OfCluster rule -> {
        lines.add("`" + ClusterRuleText.of(rule.rule()) + "`");
        lines.add(rule.rule().span().fileAndLine());
      }
      case Element.Disjoint(var zones) -> lines.add(zones.span().fileAndLine());
      case Element.NoRelay(var external) -> lines.add(external.span().fileAndLine());
      case Element.Excuse(var waiver) -> lines.add(waiver.span().fileAndLine());
      case Element.Settled settled -> {}
      case Element.DeclaredNamespaces declared -> {}
      case Element.PodRanges ranges -> {}
      case Element.NodeRanges ranges -> {}
    }
    return lines;
  }

  private static List<String> places(Span span, PolicyOrigin origin) {
    List<String> lines = new ArrayList<>();
    lines.add(OriginText.isPlanned(origin) ? OriginText.planned(origin) : span.fileAndLine());
    lines.addAll(OriginText.details(origin));
    return lines;
  }

  /** Returns the description. */
  String words(Element element) {
    return switch (element) {
      case Element.Isolation isolation ->
          origins.name(isolation.policy())
              + " isolates its pods in "
              + isolation.direction().word();
      case Element.Admission rule ->
          origins.name(rule.policy()) + " admits " + rule.direction().word();
      case Element.OfCluster rule ->
          rule.policy()
              + (rule.rule().name().isEmpty() ? "" : " rule " + rule.rule().name())
              + ": "
              + ClusterRuleText.word(rule.rule().action())
              + " "
              + rule.direction().word();
      case Element.Settled(var knob, var answer) -> "--assume " + knob.word() + "=" + answer;
      case Element.Disjoint(var zones) -> zones + " share no pod";
      case Element.DeclaredNamespaces declared ->
          "every namespace is declared with all its labels (`assume namespaces declared`)";
      case Element.PodRanges ranges -> "`cluster { pods " + cidrs(program.cluster().pods()) + " }`";
      case Element.NodeRanges ranges ->
          "`cluster { nodes " + cidrs(program.cluster().nodes()) + " }`";
      case Element.NoRelay(var external) -> "external `" + external.name() + "` does not relay";
      case Element.Excuse(var waiver) ->
          "the waiver for "
              + waiver.excused()
              + ", approved by "
              + waiver.approvedBy()
              + " until "
              + waiver.until();
    };
  }

  private static String cidrs(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
