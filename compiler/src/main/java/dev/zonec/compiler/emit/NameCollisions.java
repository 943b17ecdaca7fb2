package dev.zonec.compiler.emit;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.LabelSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rejects names of policies that are not valid in Kubernetes, and equal names in one namespace. */
final class NameCollisions {
  private NameCollisions() {}

  static void check(List<PolicyPlan> plans, Problems problems) {
    Map<String, PolicyPlan> seen = new HashMap<>();
    for (PolicyPlan plan : plans) {
      boolean fits =
          LabelSyntax.isDnsSubdomain(plan.name())
              && plan.labels().values().stream().allMatch(LabelSyntax::isValue);
      if (!fits) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0403,
                    plan.span(),
                    "`" + plan.name() + "` cannot be the name of a policy")
                .help("rename the zone: use a shorter name that ends with a letter or digit"));
      }
      PolicyPlan first = seen.putIfAbsent(plan.namespace() + "/" + plan.name(), plan);
      if (first != null) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0403,
                    plan.span(),
                    "two policies of namespace `"
                        + plan.namespace()
                        + "` are called `"
                        + plan.name()
                        + "`")
                .note("the other comes from " + first.span().fileAndLine())
                .help(
                    "rename one of the zones: in the name of a policy `.` and `_` become `-`, and"
                        + " letters become lower case"));
      }
    }
  }
}
