package dev.zonec.application.editing.drawing;

import dev.zonec.application.editing.program.Deployment;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.graph.DrawGraph;
import dev.zonec.application.graph.FoldedGraph;
import dev.zonec.application.graph.Graph;
import dev.zonec.application.graph.Subject;
import dev.zonec.application.input.Inputs;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The graph of a program, as {@code graph} draws it, with the texts of the editor.
 *
 * @param drawn what was made of the graph; empty if it cannot be drawn
 * @param problems the reasons why the graph is missing or incomplete, as a text for a person; empty
 *     if there are none
 */
public record EditedGraph<T>(Optional<T> drawn, String problems) {
  private static final String NO_MANIFESTS =
      "a graph needs manifests: name some with `manifests` in `zonec.yaml`\n";

  private static final String NO_TIME =
      "the time ran out: the graph is not drawn; give more time with `timeout` in `zonec.yaml`\n";

  /** Returns what is shown instead of a graph. */
  public static <T> EditedGraph<T> notDrawn(String problems) {
    return new EditedGraph<>(Optional.empty(), problems);
  }

  private static <T> EditedGraph<T> notDrawn(List<Diagnostic> problems) {
    return notDrawn(DiagnosticRenderer.plain(problems));
  }

  /**
   * Draws the program within the time limit of its configuration file.
   *
   * @param all whether everything is drawn; else a large graph is folded
   * @param written makes something of the graph, such as a picture
   */
  public static <T> EditedGraph<T> of(ProgramState state, boolean all, Function<Graph, T> written) {
    List<Diagnostic> errors = state.problems().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      return notDrawn(errors);
    }
    if (!state.inputs().manifests().given()) {
      return notDrawn(NO_MANIFESTS);
    }
    Optional<Deployment.Content> manifests = state.deployment().content();
    if (manifests.isEmpty()) {
      return notDrawn(state.deployment().problems());
    }
    Inputs.Loaded inputs =
        new Inputs.Loaded(state.sources(), state.params(), manifests.get().loaded());
    Deadline deadline = Deadline.in(state.inputs().timeLimit());
    return Bounded.by(
            () -> deadline,
            () -> drawn(state, inputs, graph -> written.apply(all ? graph : FoldedGraph.of(graph))))
        .orElseGet(() -> notDrawn(NO_TIME));
  }

  private static <T> EditedGraph<T> drawn(
      ProgramState state, Inputs.Loaded inputs, Function<Graph, T> written) {
    QuestionRequest request =
        new QuestionRequest(
            state.inputs().program(), state.inputs().manifests(), state.inputs().may());
    QuestionOutcome<Graph> outcome =
        new DrawGraph(request, new Subject.Everything(Optional.empty()), false)
            .outcome(QuestionInputs.of(inputs, request));
    return switch (outcome) {
      case QuestionOutcome.Unusable<Graph>(var problems) -> notDrawn(problems);
      case QuestionOutcome.Malformed<Graph>(var problems) -> notDrawn(problems);
      case QuestionOutcome.UnknownEnds<Graph>(var about, var problems) -> notDrawn(problems);
      case QuestionOutcome.Unsuitable<Graph>(String reason) -> notDrawn(reason + "\n");
      case QuestionOutcome.NoManifests<Graph> none -> notDrawn(NO_MANIFESTS);
      case QuestionOutcome.Answered<Graph>(var about, Graph graph, var missing) -> {
        List<Diagnostic> problems = new ArrayList<>(about.gaps());
        problems.addAll(missing);
        yield new EditedGraph<>(
            Optional.of(written.apply(graph)), DiagnosticRenderer.plain(problems));
      }
    };
  }
}
