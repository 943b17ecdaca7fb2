package dev.zonec.application.risk;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.risk.FailOnRisk.Judgement;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** The outcome of ranking reports. */
public sealed interface RiskOutcome {
  /**
   * The program or the manifests cannot be used, or no report can be read.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements RiskOutcome {
    /** Copies the list. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /** The program does not allow the question. */
  record Unsuitable(String reason) implements RiskOutcome {}

  /** There are no manifests for the reports to be about. */
  record NoManifests() implements RiskOutcome {}

  /**
   * The reports are ranked.
   *
   * @param about the manifests
   * @param missing errors about connections that the answer may lack, and warnings
   */
  record Ranked(AnsweredManifests about, List<Diagnostic> missing, RiskAnswer answer)
      implements RiskOutcome {
    /** Copies the list. */
    public Ranked {
      missing = List.copyOf(missing);
    }

    /** Whether everything that could change the reach of a workload was read. */
    public boolean covered() {
      return about.covers(missing);
    }

    /** Returns everything that the manifests and the reports lack, and warnings. */
    public List<Diagnostic> shortcomings() {
      return Stream.of(
              about.gaps(), missing, answer.reports().lost(), answer.reports().incomplete())
          .flatMap(List::stream)
          .toList();
    }

    /** Returns what the vulnerabilities come to. */
    public Conclusion conclusion() {
      return Conclusion.of(
          answer.judgement() == Judgement.FAILS,
          answer.judgement() == Judgement.PASSES && covered() && answer.reports().lost().isEmpty());
    }
  }
}
