package dev.zonec.importer.draft;

import dev.zonec.diagnostics.Span;
import dev.zonec.importer.rule.SidedRule;
import dev.zonec.kubernetes.policy.Policy;
import java.util.Comparator;
import java.util.List;

/** Writes the policies and rules that a statement comes from, as lines of its doc comment. */
final class Origins {
  private Origins() {}

  static List<String> ofRules(List<SidedRule> rules) {
    return rules.stream()
        .sorted(
            Comparator.comparing((SidedRule rule) -> rule.span().source().name())
                .thenComparingInt(rule -> rule.span().start()))
        .map(rule -> line(rule.policy(), rule.span()))
        .distinct()
        .toList();
  }

  static List<String> ofPolicies(List<Policy> policies) {
    return policies.stream().map(policy -> line(policy, policy.span())).distinct().toList();
  }

  private static String line(Policy policy, Span span) {
    return visible(policy + ", " + span.fileAndLine());
  }

  /** Replaces characters of file names that a source must not contain. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0x20 && c < 0x7f ? c : '?'));
    return out.toString();
  }
}
