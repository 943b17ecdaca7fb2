package dev.zonec.application.question;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.ExpectationTree;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the expectations of files against manifests.
 *
 * @param request the program and the manifests; its reading settles knobs only, because each
 *     expectation has the reading that makes it certain
 * @param paths the files and folders with expectations, and the sources that they are beside
 */
public record Expect(QuestionRequest request, List<String> paths) {
  /** Copies the list. */
  public Expect {
    paths = List.copyOf(paths);
  }

  /**
   * An expectation that was checked.
   *
   * @param span the expectation as written
   * @param problem why it does not hold; empty if it does
   */
  public record Checked(Span span, Optional<Diagnostic> problem) {
    /** Whether the expectation holds. */
    public boolean holds() {
      return problem.isEmpty();
    }
  }

  /**
   * The expectations that were checked.
   *
   * @param checked the expectations, in their order
   * @param covered whether everything was read that could change the result
   */
  public record Checks(List<Checked> checked, boolean covered) {
    /** Copies the list. */
    public Checks {
      checked = List.copyOf(checked);
    }

    /** Returns the problems of the expectations that do not hold. */
    public List<Diagnostic> failed() {
      return checked.stream().flatMap(each -> each.problem().stream()).toList();
    }

    /** Returns what the expectations come to. */
    public Conclusion conclusion() {
      return Conclusion.of(!failed().isEmpty(), covered);
    }
  }

  /** Returns the paths of a program in {@code paths}: those that are no files of expectations. */
  public static List<String> programs(List<String> paths) {
    return paths.stream().filter(path -> !path.endsWith(ExpectationFiles.EXTENSION)).toList();
  }

  /** Reads the inputs and checks the expectations, in their order. */
  public QuestionOutcome<Checks> outcome() {
    return switch (QuestionInputs.of(request)) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs -> expected(inputs);
    };
  }

  private QuestionOutcome<Checks> expected(QuestionInputs.Ready inputs) {
    if (!request.manifests().given()) {
      return new QuestionOutcome.NoManifests<>();
    }
    Problems problems = new Problems();
    List<Expectation> expectations = read(inputs, problems);
    if (problems.hasErrors()) {
      return new QuestionOutcome.Unusable<>(problems.inOrder());
    }
    if (expectations.isEmpty()) {
      return new QuestionOutcome.Unusable<>(
          List.of(
              Diagnostic.error(Code.ZC0817, "there are no expectations")
                  .note("looked for files with the extension `.expect` in " + places())
                  .help(
                      "write a file such as `shop.expect` beside the program, with lines such as"
                          + " `expect denied web -> db`")));
    }
    List<Selector> selectors = new ArrayList<>(inputs.program().podSelectors());
    expectations.forEach(each -> selectors.addAll(each.query().podSelectors()));
    AnsweredManifests about = inputs.manifests(selectors);
    ExpectationCheck check = ExpectationCheck.of(inputs, about);
    QueryEngine engine = check.engine();
    List<Diagnostic> unknown =
        expectations.stream().flatMap(each -> engine.problems(each.query()).stream()).toList();
    if (!unknown.isEmpty()) {
      return new QuestionOutcome.Unusable<>(unknown);
    }
    List<Checked> checked = new ArrayList<>();
    Problems missing = new Problems();
    for (Expectation each : expectations) {
      Progress.check(checked.size(), expectations.size(), "expectations");
      checked.add(new Checked(each.span(), check.problem(each)));
      missing.addAll(about.missing(each.query(), engine));
      missing.addAll(about.emptyEnds(inputs.program(), each.query().ends()));
    }
    List<Diagnostic> lacking = missing.inOrder();
    return new QuestionOutcome.Answered<>(
        about, new Checks(checked, about.covers(lacking)), lacking);
  }

  private String places() {
    return paths.isEmpty() ? "no folder" : String.join(", ", paths);
  }

  private List<Expectation> read(QuestionInputs.Ready inputs, Problems problems) {
    List<Diagnostic> unreadable = new ArrayList<>();
    List<Source> files = ExpectationFiles.read(ExpectationFiles.in(paths), unreadable);
    problems.addAll(unreadable);
    List<Expectation> expectations = new ArrayList<>();
    for (Source file : files) {
      switch (ZoneParsing.expectations(file.text())) {
        case Parsed.Malformed<List<ExpectationTree>>(var found) -> problems.addAll(found);
        case Parsed.Tree<List<ExpectationTree>>(var trees) ->
            trees.forEach(tree -> resolved(tree, inputs, problems).ifPresent(expectations::add));
      }
    }
    return expectations;
  }

  private static Optional<Expectation> resolved(
      ExpectationTree tree, QuestionInputs.Ready inputs, Problems problems) {
    return Question.resolve(tree.query(), inputs.variant(), inputs::workloadNames, problems)
        .map(
            question ->
                switch (question) {
                  case Question.Connections(var query, var selectors) ->
                      new Expectation(tree.kind(), query, tree.span());
                  case Question.Members members ->
                      throw new IllegalStateException("not an expectation: " + members);
                });
  }
}
