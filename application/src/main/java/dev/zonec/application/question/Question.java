package dev.zonec.application.question;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.QueryResolution;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.grammar.tree.QuestionTree;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A question whose names are resolved. */
public sealed interface Question {
  /** Returns an error for each end that the world of {@code engine} does not contain. */
  List<Diagnostic> unknownEnds(QueryEngine engine);

  /** Returns every end that the question names. */
  List<Query.End> ends();

  /** Returns the selectors that distinguish pods: the ones of the question and of the program. */
  List<Selector> selectors();

  /** A question about connections or paths. */
  record Connections(Query query, List<Selector> selectors) implements Question {
    /** Copies the list. */
    public Connections {
      selectors = List.copyOf(selectors);
    }

    @Override
    public List<Diagnostic> unknownEnds(QueryEngine engine) {
      return engine.problems(query);
    }

    @Override
    public List<Query.End> ends() {
      return query.ends();
    }
  }

  /** A question about the members of an end. */
  record Members(Query.End end, List<Selector> selectors) implements Question {
    /** Copies the list. */
    public Members {
      selectors = List.copyOf(selectors);
    }

    @Override
    public List<Diagnostic> unknownEnds(QueryEngine engine) {
      return engine.problems(List.of(end));
    }

    @Override
    public List<Query.End> ends() {
      return List.of(end);
    }
  }

  /** The outcome of resolving a question. */
  sealed interface Resolution {
    /** The question is resolved. */
    record Resolved(Question question) implements Resolution {}

    /** The question does not parse or resolve. */
    record Malformed(List<Diagnostic> problems) implements Resolution {}
  }

  /**
   * Parses and resolves a question, which may use the names of {@code program}.
   *
   * @param workloads the names of the declared workloads, to explain an unknown name
   */
  static Resolution parse(String text, LoadedVariant program, Supplier<List<String>> workloads) {
    return resolve(ZoneParsing.query(new SourceText("(question)", text)), program, workloads);
  }

  /**
   * Parses and resolves an end of questions, such as {@code shop/web}.
   *
   * @param workloads the names of the declared workloads, to explain an unknown name
   */
  static Resolution parseEnd(String text, LoadedVariant program, Supplier<List<String>> workloads) {
    return resolve(ZoneParsing.end(new SourceText("(end)", text)), program, workloads);
  }

  private static Resolution resolve(
      Parsed<QuestionTree> parsed, LoadedVariant program, Supplier<List<String>> workloads) {
    Problems problems = new Problems();
    Optional<Question> question =
        switch (parsed) {
          case Parsed.Malformed<QuestionTree>(var found) -> {
            problems.addAll(found);
            yield Optional.empty();
          }
          case Parsed.Tree<QuestionTree>(var tree) -> resolve(tree, program, workloads, problems);
        };
    return question
        .<Resolution>map(Resolution.Resolved::new)
        .orElseGet(() -> new Resolution.Malformed(problems.inOrder()));
  }

  /**
   * Resolves a question.
   *
   * @param problems receives the reasons if it does not resolve
   */
  static Optional<Question> resolve(
      QuestionTree tree,
      LoadedVariant program,
      Supplier<List<String>> workloads,
      Problems problems) {
    QueryResolution resolution =
        new QueryResolution(
            program.program(), program.unused(), program.services(), workloads, problems);
    return switch (tree) {
      case QueryTree query ->
          resolution.resolve(query).map(found -> new Connections(found, selectors(found, program)));
      case QuestionTree.Members(QueryTree.End end) ->
          resolution
              .resolve(end)
              .map(found -> new Members(found, selectors(Query.from(found), program)));
    };
  }

  private static List<Selector> selectors(Query query, LoadedVariant program) {
    List<Selector> selectors = new ArrayList<>(program.program().podSelectors());
    selectors.addAll(query.podSelectors());
    program.unused().forEach(party -> selectors.addAll(selectorsOf(party)));
    return selectors;
  }

  private static List<Selector> selectorsOf(Party.Outside party) {
    return switch (party) {
      case Party.ForeignPods foreign -> foreign.pods().podSelectors();
      case Party.Addresses addresses -> List.of();
    };
  }
}
