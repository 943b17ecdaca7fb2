package dev.zonec.cli;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.QueryResolution;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import java.util.List;
import java.util.Optional;

/** What became of a question. */
sealed interface QuestionReading {
  /**
   * It can be asked.
   *
   * @param program whose names it uses
   */
  record Ready(ZoneProgram program, Query query) implements QuestionReading {}

  /** What is wrong has been reported. */
  record Failed(ExitCode exit) implements QuestionReading {}

  /**
   * Reads a question.
   *
   * @param zones sources whose names it may use; without any there are still the prelude's
   */
  static QuestionReading of(String question, List<String> zones, Console console) {
    ProgramSources sources =
        zones.isEmpty()
            ? new ProgramSources(List.of(Source.of("(no sources)", "module query\n")), List.of())
            : ProgramSources.collect(zones);
    return switch (Compiler.load(sources, Dates.orToday(null))) {
      case Loading.Rejected(var problems) -> {
        console.report(problems);
        yield new Failed(ExitCode.BAD_INPUT);
      }
      case Loading.Loaded loaded -> resolve(question, loaded, console);
    };
  }

  private static QuestionReading resolve(String question, Loading.Loaded loaded, Console console) {
    Problems problems = new Problems();
    Optional<Query> query = Optional.empty();
    switch (ZoneParsing.query(new SourceText("(question)", question))) {
      case Parsed.Malformed<QueryTree>(var found) -> problems.addAll(found);
      case Parsed.Tree<QueryTree>(var tree) ->
          query = new QueryResolution(loaded.program(), loaded.services(), problems).resolve(tree);
    }
    if (query.isEmpty()) {
      console.report(problems.inOrder());
      return new Failed(ExitCode.USAGE);
    }
    return new Ready(loaded.program(), query.get());
  }
}
