package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;

/**
 * The place of a rule. Two policies can share the text of a rule with an alias of YAML, so the
 * place of the policy belongs to it.
 *
 * @param policy the whole policy in its manifest
 * @param rule the rule in its manifest
 */
public record RulePlace(Span policy, Span rule) {
  static RulePlace of(Chain chain, ChainRule rule) {
    return new RulePlace(chain.owner().span(), rule.span());
  }
}
