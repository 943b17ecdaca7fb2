package dev.zonec.grammar.parser.mistake;

import java.util.List;
import java.util.Map;

/** The form of each claim, for helps about a claim that is incomplete or has too much. */
final class ClaimForm {
  private static final Map<String, String> FORMS =
      Map.of(
          "never", "write `never A -> B`, or `never A -> B : tcp/8080` for some ports",
          "no", "write `no path A ~> B`, with `except via C` or `within 3 hops` after it",
          "only", "write `only A -> B`, or `only A of B -> C` if other ends do not matter",
          "isolated", "write `isolated A`, or `isolated {A, B}` for several zones",
          "reachable", "write `reachable A -> B : tcp/8080`",
          "tiers", "write `tiers adjacent in {A, B}`");

  private ClaimForm() {}

  /** Returns the form of the claim that the words of the assertion begin; all forms if unknown. */
  static String of(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String form = words.get(i - 1).equals(":") ? FORMS.get(words.get(i)) : null;
      if (form != null) {
        return form;
      }
    }
    return "write `assert NAME: never A -> B`; the other claims are `no path A ~> B`, `only A ->"
        + " B`, `isolated A`, `reachable A -> B` and `tiers adjacent in {A, B}`";
  }
}
