package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.QueryResolution;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a question. */
sealed interface QuestionReading {
  /**
   * It can be asked.
   *
   * @param asked what it, and the program, ask of pods' labels
   */
  record Ready(Query query, List<Selector> asked) implements QuestionReading {
    /** Copies the list. */
    public Ready {
      asked = List.copyOf(asked);
    }
  }

  /** What is wrong has been reported. */
  record Failed(ExitCode exit) implements QuestionReading {}

  /** Reads a question that may use the names of {@code program}. */
  static QuestionReading of(String question, LoadedVariant program, Console console) {
    Problems problems = new Problems();
    Optional<Query> query = Optional.empty();
    switch (ZoneParsing.query(new SourceText("(question)", question))) {
      case Parsed.Malformed<QueryTree>(var found) -> problems.addAll(found);
      case Parsed.Tree<QueryTree>(var tree) ->
          query =
              new QueryResolution(program.program(), program.unused(), program.services(), problems)
                  .resolve(tree);
    }
    if (query.isEmpty()) {
      console.report(problems.inOrder());
      return new Failed(ExitCode.USAGE);
    }
    List<Selector> asked = new ArrayList<>(program.program().podSelectors());
    asked.addAll(query.get().podSelectors());
    program.unused().forEach(party -> asked.addAll(selectorsOf(party)));
    return new Ready(query.get(), asked);
  }

  private static List<Selector> selectorsOf(Party.Outside party) {
    return switch (party) {
      case Party.ForeignPods foreign -> foreign.pods().podSelectors();
      case Party.Addresses addresses -> List.of();
    };
  }
}
