package dev.zonec.cli;

import dev.zonec.application.question.Ask;
import dev.zonec.application.question.ListConnections;
import dev.zonec.application.question.ListExposure;
import dev.zonec.compiler.resolve.Prelude;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.report.AnswerData;
import dev.zonec.verifier.report.AnswerText;
import dev.zonec.verifier.report.ConnectionsData;
import dev.zonec.verifier.report.ConnectionsDot;
import dev.zonec.verifier.report.ConnectionsText;
import dev.zonec.verifier.report.ExposureText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonec query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers which declared workloads and addresses can connect to each other.",
      "'A -> B' asks for connections, 'A ~> B' for paths of any number of hops; ': SERVICE' narrows"
          + " them, and paths 'within N hops', 'via Z' or 'avoiding Z' too. An end is a zone, an"
          + " external, namespace/workload, pods(app=x) in namespace(y), svc/namespace/service,"
          + " ingress (what Ingresses and routes let in), an address or *.",
      "'resolve END' lists the workloads and addresses that an end stands for.",
      "'connections' lists every allowed connection, 'exposure' what each workload's policies let"
          + " through whoever comes. 'prelude' prints the built-in names."
    })
final class QueryCommand implements Callable<Integer> {
  /** The greatest number of paths that are listed for a pair of ends with {@code --all}. */
  private static final int MANY = 100;

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

  @Override
  public Integer call() {
    Console console = options.console();
    if (options.question().equals("prelude")) {
      console.print(Prelude.source().content());
      return ExitCode.HOLDS.number();
    }
    return switch (options.question()) {
      case "connections" -> listConnections(console).number();
      case "exposure" -> listExposure(console).number();
      default -> answer(console).number();
    };
  }

  private ExitCode answer(Console console) {
    textOrJson("an answer");
    Ask ask = new Ask(options.request(console), options.question(), options.all() ? MANY : 1);
    return options.ask(limit, console, ask::outcome, reply -> print(reply, console));
  }

  private void print(Ask.Reply reply, Console console) {
    reply.warning().ifPresent(warning -> console.report(List.of(warning)));
    if (format == Format.JSON) {
      console.line(Json.text(AnswerData.of(options.question(), reply.answer())));
    } else {
      AnswerText.lines(options.question(), reply.answer(), reply.origins()).forEach(console::line);
    }
    if (reply.answer() instanceof Answer.Paths(var paths, boolean cut) && cut) {
      console.status("there are more shortest paths: " + MANY + " of a pair are listed");
    }
  }

  private ExitCode listConnections(Console console) {
    ListConnections listing = new ListConnections(options.request(console));
    return options.ask(limit, console, listing::outcome, table -> print(table, console));
  }

  private void print(ConnectionTable table, Console console) {
    switch (format) {
      case TEXT -> ConnectionsText.lines(table).forEach(console::line);
      case JSON -> console.line(Json.text(ConnectionsData.of(table)));
      case CSV -> ConnectionsText.csv(table).forEach(console::line);
      case MD -> ConnectionsText.markdown(table).forEach(console::line);
      case DOT -> ConnectionsDot.lines(table).forEach(console::line);
    }
  }

  private ExitCode listExposure(Console console) {
    textOrJson("exposure");
    if (!options.reading().permissive()) {
      throw options.refused("exposure is what may be let through: it has no --semantics must");
    }
    ListExposure listing = new ListExposure(options.request(console));
    return options.ask(limit, console, listing::outcome, found -> print(found, console));
  }

  private void print(ListExposure.Exposures found, Console console) {
    if (format == Format.JSON) {
      console.line(Json.text(ExposureText.data(found.exposures())));
    } else {
      ExposureText.lines(found.exposures()).forEach(console::line);
    }
    if (!found.exact()) {
      console.status(
          "there are too many cluster-scoped policies for an exact answer: some lines may list"
              + " too much");
    }
  }

  private void textOrJson(String what) {
    if (format != Format.TEXT && format != Format.JSON) {
      throw options.refused(what + " is text or json; csv, md and dot are for `connections`");
    }
  }
}
