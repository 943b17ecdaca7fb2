package dev.zonec.verifier.report;

import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.proof.Hop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a claim rests on as maps for JSON.
 *
 * @param text describes the elements
 */
record ElementData(ElementText text) {
  /**
   * Returns one element.
   *
   * @param hop a connection that the element decides, if there is one
   */
  Map<String, Object> of(Element element, Optional<Hop> hop) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", kind(element));
    out.put("text", text.words(element));
    switch (element) {
      case Element.Isolation isolation -> {
        out.put("policy", text.origins().name(isolation.policy()));
        out.put("side", isolation.direction().word());
        HopData.putOrigin(out, isolation.policy().span(), text.origins().of(isolation));
      }
      case Element.Admission rule -> {
        out.put("policy", text.origins().name(rule.policy()));
        out.put("side", rule.direction().word());
        HopData.putOrigin(out, rule.rule().span(), text.origins().of(rule, hop));
      }
      case Element.OfCluster rule -> {
        out.put("policy", rule.policy().toString());
        out.put("side", rule.direction().word());
        out.put("place", DiagnosticData.place(rule.rule().span()));
        out.put("origin", "written");
      }
      case Element.Disjoint(var zones) -> out.put("place", DiagnosticData.place(zones.span()));
      case Element.NoRelay(var external) -> out.put("place", DiagnosticData.place(external.span()));
      case Element.Excuse(var waiver) -> out.put("place", DiagnosticData.place(waiver.span()));
      case Element.Settled settled -> {}
      case Element.DeclaredNamespaces declared -> {}
      case Element.PodRanges ranges -> {}
      case Element.NodeRanges ranges -> {}
    }
    return out;
  }

  private static String kind(Element element) {
    return switch (element) {
      case Element.Isolation isolation -> "isolation";
      case Element.Admission rule -> "rule";
      case Element.OfCluster rule -> ClusterRuleText.word(rule.rule().action()) + "-rule";
      case Element.Settled settled -> "assume";
      case Element.Disjoint disjoint -> "disjoint";
      case Element.DeclaredNamespaces declared -> "namespaces-declared";
      case Element.PodRanges ranges -> "pod-ranges";
      case Element.NodeRanges ranges -> "node-ranges";
      case Element.NoRelay external -> "no-relay";
      case Element.Excuse excuse -> "waiver";
    };
  }
}
