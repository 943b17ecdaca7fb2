package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;

/** Words of other languages in flows and their attributes. */
final class FlowWords {
  static final List<ForeignWord> ALL =
      List.of(
          word(
              Position.AFTER_FLOW,
              "until till before expiring expires_at valid for",
              "the last day of a flow is an attribute",
              "write it in braces: `{ expires 2027-06-30 }`"),
          word(
              Position.AFTER_FLOW,
              "because reason: comment description desc",
              "the reason of a flow is an attribute",
              "write it in braces: `{ reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "priority order weight precedence action",
              "flows have no order and no action",
              "remove it: every flow allows, and connections that no flow allows are denied"),
          word(
              Position.AFTER_WAIVER,
              "until till before expiring expires_at valid because owner reason ticket expires"
                  + " approved_by",
              "`%s` is an attribute and needs braces",
              "write `{ reason \"…\"  approved_by @team  expires 2027-06-30 }`"),
          word(
              Position.AFTER_FLOW,
              "log logging audit",
              "NetworkPolicies do not log",
              "remove it; to document the flow, write `{ owner @team  reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "get post put delete patch head method methods path paths http headers sni host hosts"
                  + " url uri grpc",
              "NetworkPolicies match addresses and ports, but not `%s`",
              "name the port, `: tcp/8080`; for methods, paths and host names use a service mesh or"
                  + " a policy kind that reads requests"),
          word(
              Position.AFTER_FLOW,
              "if when where unless provided",
              "a flow has no condition",
              "for a condition on a parameter, write `when env = prod { allow A -> B : tcp/8080 }`;"
                  + " for a condition on pods, declare a zone"),
          word(
              Position.AFTER_FLOW,
              "established related stateful reply bidirectional both return",
              "responses need no flow",
              "remove it: responses are always allowed; to let both ends open connections, write `A"
                  + " <-> B`"),
          word(
              Position.AFTER_FLOW,
              "and or",
              "a flow has one destination, or a set of them",
              "list several names in braces, `A -> {b, c}`, and several services with commas, `:"
                  + " http, tcp/9090`"),
          word(
              Position.AFTER_FLOW,
              "via through",
              "a flow is a single connection",
              "write one flow for each hop: `allow A -> B` and `allow B -> C`"),
          word(
              Position.AFTER_FLOW,
              "as serviceaccount sa principal principals identity role",
              "NetworkPolicies select pods by labels, not by identities",
              "declare a zone: `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.END,
              "and or",
              "several zones at one end need braces",
              "write `allow {a, b} -> c`"),
          word(
              Position.FLOW_END,
              "not",
              "an end cannot be negated",
              "take the zone out of a larger one, `{shop except api}`; to claim that only A"
                  + " connects to B, write `assert NAME: only A -> B`"),
          word(
              Position.ATTRIBUTE,
              "description comment desc why note message name title because",
              "there is no attribute `%s`",
              "write `reason \"…\"`"),
          word(
              Position.ATTRIBUTE,
              "team contact by author maintainer approver",
              "there is no attribute `%s`",
              "write `owner @team` for a flow, and `approved_by @team` for a waiver"),
          word(
              Position.ATTRIBUTE,
              "until expiry expire ttl valid_until end till for",
              "there is no attribute `%s`",
              "write the last day as `expires 2027-06-30`"),
          word(
              Position.ATTRIBUTE,
              "log logging audit",
              "NetworkPolicies do not log",
              "remove it; to document the flow, write `owner @team  reason \"…\"`"),
          word(
              Position.ATTRIBUTE,
              "methods headers sni hosts url uri http grpc get post",
              "NetworkPolicies match addresses and ports, but not `%s`",
              "write the ports after a colon, before the braces: `allow A -> B : tcp/8080 { … }`"),
          word(
              Position.ATTRIBUTE,
              "issue jira bug ref link",
              "there is no attribute `%s`",
              "write `ticket OPS-17`"),
          word(
              Position.ATTRIBUTE,
              "port ports protocol service to from method path",
              "`%s` is not an attribute",
              "write the ports after a colon, before the braces: `allow A -> B : tcp/8080 { … }`"));

  private FlowWords() {}
}
