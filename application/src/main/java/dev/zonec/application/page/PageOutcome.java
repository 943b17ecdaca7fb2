package dev.zonec.application.page;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.report.Report;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of drawing a page. */
public sealed interface PageOutcome {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements PageOutcome {}

  /** The request lacks a program or manifests. */
  record Lacking(String what) implements PageOutcome {}

  /**
   * The page.
   *
   * @param report the verdicts, as {@code verify} reports them
   * @param graph what may connect, not folded
   * @param about the manifests
   * @param problems the problems of the program, and what the graph may lack
   * @param conclusion what the verdicts come to
   */
  record Drawn(
      Report report,
      Graph graph,
      AnsweredManifests about,
      List<Diagnostic> problems,
      Conclusion conclusion)
      implements PageOutcome {
    /** Copies the list. */
    public Drawn {
      problems = List.copyOf(problems);
    }
  }
}
