package dev.zonec.compiler.check;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.DisjointDeclaration;
import dev.zonec.compiler.resolve.DisjointDeclaration.ZoneUse;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.List;

/** Rejects {@code disjoint} for zones of which one is contained in the other. */
final class DisjointZones {
  private DisjointZones() {}

  static void check(ResolvedProgram resolved, LoweredProgram lowered, Problems problems) {
    for (int i = 0; i < resolved.disjoint().size(); i++) {
      DisjointDeclaration declared = resolved.disjoint().get(i);
      check(declared.zones(), lowered.program().disjoint().get(i).zones(), problems);
    }
  }

  /**
   * @param uses the places where {@code zones} are named
   */
  private static void check(List<ZoneUse> uses, List<Party.Zone> zones, Problems problems) {
    // A nested zone is contained in its outer zone. Comparing all pairs is fast enough, because
    // statements list few zones.
    for (OverlapCandidates.Pair pair : OverlapCandidates.among(zones)) {
      Party.Zone a = pair.first();
      Party.Zone b = pair.second();
      // Two equal zones are reported once.
      if (liesIn(b, a)) {
        problems.add(liesIn(uses.get(zones.indexOf(b)), b, a));
      } else if (liesIn(a, b)) {
        problems.add(liesIn(uses.get(zones.indexOf(a)), a, b));
      }
    }
  }

  private static Diagnostic liesIn(ZoneUse use, Party.Zone inner, Party.Zone outer) {
    return Diagnostic.error(
            Code.ZC0221, use.span(), "every pod of `" + inner + "` is also in `" + outer + "`")
        .labelled("they cannot be disjoint")
        .also(inner.span(), "`" + inner + "` is declared here")
        .also(outer.span(), "`" + outer + "` is declared here");
  }

  /**
   * Whether the outer zone has, for each line of {@code inner}, a line with all pods of this line.
   */
  static boolean liesIn(Party.Zone inner, Party.Zone outer) {
    boolean possible = false;
    for (PodSet.Term term : inner.pods().terms()) {
      if (Satisfiability.of(term)) {
        possible = true;
        if (outer.pods().terms().stream().noneMatch(t -> Satisfiability.implies(term, t))) {
          return false;
        }
      }
    }
    return possible;
  }
}
