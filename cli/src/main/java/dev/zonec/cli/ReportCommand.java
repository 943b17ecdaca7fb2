package dev.zonec.cli;

import dev.zonec.application.graph.FoldedGraph;
import dev.zonec.application.graph.Graph;
import dev.zonec.application.graph.GraphData;
import dev.zonec.application.page.DrawPage;
import dev.zonec.application.page.PageOutcome;
import dev.zonec.application.report.ReportFiles;
import dev.zonec.cli.format.json.JsonReport;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.views.page.ReportPage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Proves the claims of a program, and writes one page: the verdicts with their assumptions,"
          + " and the graph of its zones, which can be searched and filtered.",
      "The page needs no network. The exit code is that of verify."
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ZONES",
      description = "sources of the program (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the page to this file; else to standard output")
  private @Nullable Path output;

  @Option(
      names = "--as-written",
      description =
          "prove the policies of the manifests only; by default, planned policies are added if the"
              + " manifests have none of the program")
  private boolean asWritten;

  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  /**
   * What is printed and written.
   *
   * @param page the text of the page; empty if there is none
   */
  private record Result(PageOutcome outcome, String page) {}

  @Override
  public Integer call() {
    Console console = options.console();
    if (!options.permissive()) {
      throw options.refused(
          "claims are about what may be allowed: a report has no --semantics must");
    }
    DrawPage drawing = new DrawPage(options.request(console, limit, zones), asWritten);
    boolean all = options.all();
    return limit
        .result(console, () -> result(drawing.outcome(), all))
        .map(result -> report(result, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private static Result result(PageOutcome outcome, boolean all) {
    return outcome instanceof PageOutcome.Drawn drawn
        ? new Result(outcome, page(drawn, all))
        : new Result(outcome, "");
  }

  private static String page(PageOutcome.Drawn drawn, boolean all) {
    Graph graph = all ? drawn.graph() : FoldedGraph.of(drawn.graph());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("report", JsonReport.data(drawn.report()));
    data.put("graph", GraphData.of(graph));
    return ReportPage.text(drawn.report(), graph, Json.line(data));
  }

  private ExitCode report(Result result, Console console) {
    return switch (result.outcome()) {
      case PageOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case PageOutcome.Lacking(String what) ->
          throw options.refused(
              "a report needs " + what + ": pass ZONES, and manifests with -m PATH");
      case PageOutcome.Drawn drawn -> {
        options.report(drawn.about(), limit, console);
        console.report(drawn.problems());
        yield write(result.page(), drawn, console);
      }
    };
  }

  private ExitCode write(String page, PageOutcome.Drawn drawn, Console console) {
    ExitCode exit = ExitCode.of(drawn.conclusion());
    if (output == null) {
      console.print(page);
      return exit;
    }
    Optional<Diagnostic> failed = ReportFiles.write(Map.of(output, page), "-o FILE");
    failed.ifPresent(problem -> console.report(List.of(problem)));
    if (failed.isEmpty()) {
      console.line(output + ": " + drawn.report().counted());
    }
    return failed.isPresent() ? exit.worse(ExitCode.BAD_INPUT) : exit;
  }
}
