package dev.zonec.compiler.emit;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.endpoint.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Generates a program's policies. */
public final class Emission {
  /** The largest object that the store of a cluster accepts, in bytes. */
  private static final int LARGEST = 1_572_864;

  private Emission() {}

  /**
   * Returns the policies for {@code lowered}, by namespace and name.
   *
   * @param owner the owner of the policies
   * @param sources the program's sources, for annotations
   * @param catalog the known namespaces, for zones that select namespaces by labels
   * @param patterns for each pattern, its namespaces in addition to those of {@code catalog}
   */
  public static List<PolicyFile> emit(
      LoweredProgram lowered,
      Owner owner,
      List<Source> sources,
      List<Namespace> catalog,
      List<SortedSet<String>> patterns,
      Problems problems) {
    PolicyNamespaces namespaces = PolicyNamespaces.of(lowered, catalog, patterns, problems);
    List<PolicyPlan> plans =
        new PolicyPlanning(lowered, namespaces, new OriginAnnotations(lowered, sources)).plan();
    NameCollisions.check(plans, problems);
    List<PolicyFile> files = new ArrayList<>();
    for (PolicyPlan plan : plans) {
      Deadline.check();
      String text = text(plan, owner);
      if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0404,
                    plan.span(),
                    "the policy `" + plan.name() + "` is larger than a cluster can store")
                .help("split the zone, or give its peers fewer and wider conditions"));
      }
      files.add(new PolicyFile(plan.namespace(), plan.name(), text));
    }
    return files;
  }

  /** Returns the name of the default-deny policy of {@code module}. */
  public static String defaultDeny(String module) {
    return PolicyNames.defaultDeny(module);
  }

  private static String text(PolicyPlan plan, Owner owner) {
    return GeneratedHeader.of(owner) + QuotedYaml.write(PolicyTree.of(PolicyObjects.of(plan)));
  }
}
