package dev.zonec.application.cut;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.verifier.cut.PathCut;
import dev.zonec.verifier.report.CutData;
import dev.zonec.verifier.report.CutText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that close all paths, or why there are none.
 *
 * @param verified the variant
 * @param question the paths, as they were asked about
 * @param cut the rules
 */
public record CutAnswer(VariantOutcome.Verified verified, String question, PathCut cut) {
  /** Returns whether the rules were not found out. */
  public boolean undecided() {
    return cut instanceof PathCut.Undecided;
  }

  /** Returns the answer, for people. */
  public List<String> lines() {
    return new CutText(verified.program(), verified.origins(), standIns()).lines(question, cut);
  }

  /** Returns the answer for the JSON document of {@code verify}. */
  public Map<String, Object> data() {
    return new CutData(verified.program(), verified.origins(), standIns()).of(question, cut);
  }

  private Set<String> standIns() {
    return verified.verification().scope().standIns();
  }
}
