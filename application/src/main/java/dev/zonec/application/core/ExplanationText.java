package dev.zonec.application.core;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.verifier.core.Core;
import dev.zonec.verifier.report.ClaimText;
import dev.zonec.verifier.report.CoreText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes explanations of claims, for people. */
public final class ExplanationText {
  private ExplanationText() {}

  /** Returns the lines of explanations. */
  public static List<String> lines(VariantOutcome.Verified verified, List<ExplainedClaim> claims) {
    Set<String> standIns = verified.verification().scope().standIns();
    CoreText text = new CoreText(verified.program(), verified.origins(), standIns);
    List<String> lines = new ArrayList<>();
    for (ExplainedClaim claim : claims) {
      switch (claim) {
        case ExplainedClaim.Absent(String name) ->
            lines.add("there is no assertion `" + name + "` with these values of parameters");
        case ExplainedClaim.Explained(Core core, Optional<String> namespace, var consequences) -> {
          consequences.forEach(
              name ->
                  lines.add(
                      "`"
                          + name.replace('-', ' ')
                          + "` follows from "
                          + ClaimText.name(core.claim())));
          lines.addAll(text.lines(ClaimText.name(core.claim()) + in(namespace, standIns), core));
        }
      }
    }
    return lines;
  }

  private static String in(Optional<String> namespace, Set<String> standIns) {
    return namespace
        .map(name -> standIns.contains(name) ? "a namespace to come" : "namespace " + name)
        .map(name -> " for " + name)
        .orElse("");
  }
}
