package dev.zonec.importer;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.importer.draft.DraftTree;
import dev.zonec.importer.plan.Plan;
import dev.zonec.importer.plan.Planning;
import dev.zonec.importer.rule.RuleReading;
import dev.zonec.importer.rule.Rules;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import java.util.ArrayList;
import java.util.List;

/** Drafts zone programs. */
public final class Importer {
  private static final String HEADER =
      "# Drafted by zonec from NetworkPolicies. The comment above each statement names its"
          + " source.\n\n";

  private Importer() {}

  private static Diagnostic inexpressible(ClusterPolicy policy) {
    return Diagnostic.error(Code.ZC0701, policy.span(), "a zone program cannot express " + policy)
        .labelled("flows have no `Deny` and no priorities")
        .note("to prove that a connection is denied, write an `assert never`");
  }

  /** Drafts a program that allows what the policies of {@code world} allow. */
  public static Draft draft(World world, ImportOptions options) {
    return draft(world, options, () -> {});
  }

  /**
   * The same.
   *
   * @param onStep run before each step of the planning, which may take long; it may throw to end it
   */
  public static Draft draft(World world, ImportOptions options, Runnable onStep) {
    List<Namespace> declared = world.namespaces().stream().filter(Namespace::declared).toList();
    Rules rules =
        RuleReading.read(world.policies(), options.cluster(), options.blocksAvoidPods(), declared);
    Plan plan = Planning.plan(rules, onStep);
    String text =
        TreePrinter.print(DraftTree.of(plan, options.module(), options.pods(), world.workloads()));
    List<Diagnostic> unsayable = new ArrayList<>(plan.inexpressible());
    world.clusterPolicies().stream().map(Importer::inexpressible).forEach(unsayable::add);
    return new Draft(
        HEADER + text, plan.zones().size(), plan.flows().size(), unsayable, plan.ineffective());
  }
}
