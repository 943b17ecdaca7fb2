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
        problems.add(collision(first, plan));
      }
    }
  }

  private static Diagnostic collision(PolicyPlan first, PolicyPlan second) {
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0403,
                second.span(),
                "two policies of namespace `"
                    + second.namespace()
                    + "` are called `"
                    + second.name()
                    + "`")
            .help(
                "rename one of the zones: in the name of a policy `.` and `_` become `-`, and"
                    + " letters become lower case");
    // The default deny of a namespace comes from the first zone there.
    return first.span().equals(second.span())
        ? problem.labelled("one is for this zone, and one is the default deny of its namespace")
        : problem
            .labelled("one policy is for this zone")
            .also(first.span(), "the other policy is for this zone");
  }
}
