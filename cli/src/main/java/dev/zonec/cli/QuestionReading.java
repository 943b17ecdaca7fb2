package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.QueryResolution;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.grammar.tree.QuestionTree;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a question. */
sealed interface QuestionReading {
  /** It can be asked. */
  sealed interface Asked extends QuestionReading {
    /** What it, and the program, ask of pods' labels. */
    List<Selector> asked();
  }

  /** It asks what connects. */
  record Connections(Query query, List<Selector> asked) implements Asked {
    /** Copies the list. */
    public Connections {
      asked = List.copyOf(asked);
    }
  }

  /** It asks who an end stands for. */
  record Members(Query.End end, List<Selector> asked) implements Asked {
    /** Copies the list. */
    public Members {
      asked = List.copyOf(asked);
    }
  }

  /** What is wrong has been reported. */
  record Failed(ExitCode exit) implements QuestionReading {}

  /** Reads a question that may use the names of {@code program}. */
  static QuestionReading of(String question, LoadedVariant program, Console console) {
    Problems problems = new Problems();
    Optional<QuestionReading> read =
        switch (ZoneParsing.query(new SourceText("(question)", question))) {
          case Parsed.Malformed<QuestionTree>(var found) -> {
            problems.addAll(found);
            yield Optional.empty();
          }
          case Parsed.Tree<QuestionTree>(var tree) -> resolve(tree, program, problems);
        };
    return read.orElseGet(
        () -> {
          console.report(problems.inOrder());
          return new Failed(ExitCode.USAGE);
        });
  }

  private static Optional<QuestionReading> resolve(
      QuestionTree tree, LoadedVariant program, Problems problems) {
    QueryResolution resolution =
        new QueryResolution(program.program(), program.unused(), program.services(), problems);
    return switch (tree) {
      case QueryTree query ->
          resolution.resolve(query).map(found -> new Connections(found, asked(found, program)));
      case QuestionTree.Members(QueryTree.End end) ->
          resolution
              .resolve(end)
              .map(found -> new Members(found, asked(Query.from(found), program)));
    };
  }

  private static List<Selector> asked(Query query, LoadedVariant program) {
    List<Selector> asked = new ArrayList<>(program.program().podSelectors());
    asked.addAll(query.podSelectors());
    program.unused().forEach(party -> asked.addAll(selectorsOf(party)));
    return asked;
  }

  private static List<Selector> selectorsOf(Party.Outside party) {
    return switch (party) {
      case Party.ForeignPods foreign -> foreign.pods().podSelectors();
      case Party.Addresses addresses -> List.of();
    };
  }
}
