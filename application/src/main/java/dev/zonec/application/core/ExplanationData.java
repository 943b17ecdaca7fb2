package dev.zonec.application.core;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.verifier.core.Core;
import dev.zonec.verifier.report.CoreData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes explanations of claims as maps and lists for the JSON document of {@code verify}. */
public final class ExplanationData {
  private ExplanationData() {}

  /** Returns the explanations of the claims that the variant has. */
  public static List<Map<String, Object>> of(
      VariantOutcome.Verified verified, List<ExplainedClaim> claims) {
    Set<String> standIns = verified.verification().scope().standIns();
    CoreData data = new CoreData(verified.program(), verified.origins(), standIns);
    List<Map<String, Object>> all = new ArrayList<>();
    for (ExplainedClaim claim : claims) {
      if (claim
          instanceof
          ExplainedClaim.Explained(Core core, Optional<String> namespace, var consequences)) {
        Map<String, Object> out = data.of(core);
        namespace.ifPresent(
            name -> out.put("namespace", standIns.contains(name) ? "(to come)" : name));
        if (!consequences.isEmpty()) {
          out.put("consequences", consequences);
        }
        all.add(out);
      }
    }
    return all;
  }
}
