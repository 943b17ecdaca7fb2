package dev.zonec.compiler.check;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rejects ends that contain every address but only some pods. A policy cannot express them, because
 * implementations may let an address block match pods, including the excluded ones.
 */
final class MixedExceptions {
  private static final PodSet.Term EVERY_POD =
      new PodSet.Term(new PodSet.NamespaceSet.Selected(Selector.EVERYTHING), Selector.EVERYTHING);

  private MixedExceptions() {}

  static void check(LoweredProgram lowered, Problems problems) {
    Set<String> reported = new HashSet<>();
    for (Flow flow : lowered.program().flows()) {
      for (Party end : List.of(flow.from(), flow.to())) {
        if (end instanceof Party.Others others
            && !others.blocks().isEmpty()
            && others.pods().terms().stream().noneMatch(t -> Satisfiability.implies(EVERY_POD, t))
            && reported.add(others.name())) {
          problems.add(
              Diagnostic.error(
                      Code.ZC0232,
                      others.span(),
                      "a policy cannot express `"
                          + others.name()
                          + "`: an `ipBlock` may also match pods")
                  .help(
                      "name the pods and the addresses separately: `{any-pod except …}` and"
                          + " `internet`"));
        }
      }
    }
  }
}
