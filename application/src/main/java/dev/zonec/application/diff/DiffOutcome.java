package dev.zonec.application.diff;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.diff.DifferenceSummary;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.PathComparison;
import dev.zonec.verifier.diff.VerdictChange;
import dev.zonec.verifier.diff.WorkloadComparison;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The outcome of a comparison. */
public sealed interface DiffOutcome {
  /**
   * The inputs of a revision cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements DiffOutcome {}

  /**
   * The revisions are compared.
   *
   * @param files the sources of the program of the second revision or, without a program, a file
   *     with its manifests
   * @param before the first revision
   * @param after the second revision
   * @param program the program over whose zones the difference is described; without zones if no
   *     revision has a program
   * @param assumed the namespaces that only one revision declares, and that are compared with the
   *     same labels on both revisions
   * @param open the difference for every pod that could exist; empty if the time ran out
   * @param paths the pairs of zones and externals that only one revision connects; empty if the
   *     time ran out
   * @param assertions the claims whose verdicts differ
   * @param workloads the difference for declared workloads; empty if the time ran out
   */
  record Compared(
      List<String> files,
      Revision before,
      Revision after,
      ZoneProgram program,
      List<String> assumed,
      Optional<OpenDifference> open,
      Optional<PathComparison.Result> paths,
      List<VerdictChange> assertions,
      Optional<WorkloadComparison.Result> workloads)
      implements DiffOutcome {
    /** Copies the lists. */
    public Compared {
      files = List.copyOf(files);
      assumed = List.copyOf(assumed);
      assertions = List.copyOf(assertions);
    }

    /** Returns a sentence about the namespaces that only one revision declares. */
    public String assumption() {
      return "only one revision declares "
          + (assumed.size() == 1 ? "namespace " : "namespaces ")
          + String.join(", ", assumed)
          + "; the same labels are assumed for both revisions";
    }

    /** Whether everything that could change the result was read. */
    public boolean covered() {
      return before.covered() && after.covered();
    }

    /** Whether the time ran out before everything was compared. */
    public boolean timedOut() {
      return open.isEmpty() || paths.isEmpty() || workloads.isEmpty();
    }

    /** Returns the problems of the manifests of both revisions. */
    public List<Diagnostic> problems() {
      return Stream.of(before, after)
          .flatMap(
              revision ->
                  Stream.of(revision.read().accepted(), revision.read().problems())
                      .flatMap(List::stream))
          .toList();
    }

    /** Returns what the differences come to, if those of {@code failOn} are not accepted. */
    public Conclusion conclusion(FailOn failOn) {
      DifferenceSummary summary = DifferenceSummary.of(open, paths, assertions, workloads);
      return Conclusion.of(failOn.fails(summary), covered() && summary.complete());
    }
  }

  /**
   * A revision of a comparison.
   *
   * @param read the manifests
   * @param verified the verdicts of its program; empty if it has none
   */
  record Revision(ReadManifests read, Optional<VariantOutcome.Verified> verified) {
    /** Returns the origins of its policies; none if it has no program. */
    public PolicyOrigins origins() {
      return verified.map(VariantOutcome.Verified::origins).orElse(PolicyOrigins.NONE);
    }

    /** Whether the revision has no gaps, and the policies of every namespace were read. */
    boolean covered() {
      return read.gaps().isEmpty() && read.coverage() instanceof Coverage.Whole;
    }
  }
}
