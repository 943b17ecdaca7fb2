package dev.zonec.importer;

import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.importer.draft.DraftTree;
import dev.zonec.importer.plan.Plan;
import dev.zonec.importer.plan.Planning;
import dev.zonec.importer.rule.RuleReading;
import dev.zonec.importer.rule.Rules;
import dev.zonec.verifier.world.World;

/** Drafts zone programs. */
public final class Importer {
  private static final String HEADER =
      "# Drafted by zonec from NetworkPolicies. Above each statement stands what it comes from.\n\n";

  private Importer() {}

  /** The program that says what the policies of {@code world} do. */
  public static Draft draft(World world, ImportOptions options) {
    Rules rules = RuleReading.read(world.policies(), options.cluster(), options.blocksAvoidPods());
    Plan plan = Planning.plan(rules);
    String text =
        TreePrinter.print(DraftTree.of(plan, options.module(), options.pods(), world.workloads()));
    return new Draft(
        HEADER + text, plan.zones().size(), plan.flows().size(), plan.unsayable(), plan.idle());
  }
}
