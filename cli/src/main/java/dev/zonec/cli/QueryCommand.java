package dev.zonec.cli;

import dev.zonec.application.question.Ask;
import dev.zonec.application.question.ListConnections;
import dev.zonec.application.question.ListExposure;
import dev.zonec.compiler.resolve.Prelude;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zonec query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers which declared workloads and addresses can connect to each other.",
      "'A -> B' asks for connections, 'A ~> B' for paths of any number of hops; ': SERVICE' narrows"
          + " them, and paths 'within N hops', 'via Z' or 'avoiding Z' too. An end is a zone, an"
          + " external, namespace/workload, pods(app=x) in namespace(y), pods in namespace(y),"
          + " svc/namespace/service, ingress (what Ingresses and routes let in), an address or *.",
      "'resolve END' lists the workloads and addresses that an end stands for.",
      "'connections' lists every allowed connection, 'exposure' what each workload's policies let"
          + " through from any source. 'prelude' prints the built-in names."
    })
final class QueryCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    CSV,
    MD,
    DOT;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private QuestionOptions options = new QuestionOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; for connections also csv, md or dot (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--by",
      paramLabel = "ENDS",
      description =
          "the rows of an answer: workload lists each workload, class writes workloads with the"
              + " same connections, paths or peers as one, such as shop/* (default: workload for"
              + " json, csv and --tree, else class)")
  private ListConnections.@Nullable Rows rows;

  @Option(
      names = "--tree",
      description = "draw the paths of a question with ~> as trees, with the rules of each hop")
  private boolean tree;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (rows != null && options.question().equals("prelude")) {
      throw options.answer().refused("--by is about the rows of an answer");
    }
    if (rows == ListConnections.Rows.CLASS && tree) {
      throw options.answer().refused("--tree draws the paths of each workload: omit --by class");
    }
    Console console = options.answer().console();
    JsonDocument document = new JsonDocument("query");
    QueryReport report = new QueryReport(console, options.question(), format, lines(), document);
    ExitCode exit =
        switch (options.question()) {
          case "prelude" -> listPrelude(report);
          case "connections" -> listConnections(console, report);
          case "exposure" -> listExposure(console, report);
          default -> answer(console, report);
        };
    return (format == Format.JSON ? document.printed(console, exit) : exit).number();
  }

  /** Returns how trees are drawn. */
  private QueryReport.Lines lines() {
    if (!tree) {
      return QueryReport.Lines.PLAIN;
    }
    if (format != Format.TEXT || !options.question().contains("~>")) {
      throw options.answer().refused("--tree draws paths as text: ask with ~>");
    }
    return Main.of(spec.commandLine()).usesStandardStreams() && !Terminal.showsBoxes()
        ? QueryReport.Lines.ASCII_TREE
        : QueryReport.Lines.TREE;
  }

  private ExitCode listPrelude(QueryReport report) {
    textOrJson("the prelude");
    report.prelude(Prelude.source().content());
    return ExitCode.HOLDS;
  }

  private ExitCode answer(Console console, QueryReport report) {
    textOrJson("an answer");
    Ask ask =
        new Ask(
            options.request(console, limit),
            options.question(),
            options.answer().all() ? QueryReport.MOST_PATHS : 1,
            wantedRows(),
            rows != null);
    return options.answer().ask(limit, console, ask::outcome, report::answer);
  }

  private ExitCode listConnections(Console console, QueryReport report) {
    ListConnections listing = new ListConnections(options.request(console, limit), wantedRows());
    return options.answer().ask(limit, console, listing::outcome, report::connections);
  }

  private ListConnections.Rows wantedRows() {
    if (rows != null) {
      return rows;
    }
    if (tree) {
      return ListConnections.Rows.WORKLOAD;
    }
    return switch (format) {
      case TEXT, MD, DOT -> ListConnections.Rows.CLASS;
      case JSON, CSV -> ListConnections.Rows.WORKLOAD;
    };
  }

  private ExitCode listExposure(Console console, QueryReport report) {
    textOrJson("exposure");
    if (!options.answer().permissive()) {
      throw options
          .answer()
          .refused("exposure is what may be let through: it has no --semantics must");
    }
    ListExposure listing = new ListExposure(options.request(console, limit), wantedRows());
    return options.answer().ask(limit, console, listing::outcome, report::exposures);
  }

  private void textOrJson(String what) {
    if (format != Format.TEXT && format != Format.JSON) {
      throw options
          .answer()
          .refused(what + " is text or json; csv, md and dot are for `connections`");
    }
  }
}
