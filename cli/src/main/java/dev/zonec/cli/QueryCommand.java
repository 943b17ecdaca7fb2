package dev.zonec.cli;

import dev.zonec.compiler.resolve.Prelude;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.EmptyService;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.report.AnswerData;
import dev.zonec.verifier.report.AnswerText;
import dev.zonec.verifier.report.ConnectionsData;
import dev.zonec.verifier.report.ConnectionsDot;
import dev.zonec.verifier.report.ConnectionsText;
import dev.zonec.verifier.report.ExposureText;
import dev.zonec.verifier.semantics.Reading;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zonec query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers what can connect to what, among what the manifests declare.",
      "'A -> B' asks for connections, 'A ~> B' for paths of any number of hops; ': SERVICE' narrows"
          + " them, and paths 'within N hops', 'via Z' or 'avoiding Z' too. An end is a zone, an"
          + " external, namespace/workload, pods(app=x) in namespace(y), svc/namespace/service,"
          + " ingress (what Ingresses and routes let in), an address or *.",
      "'resolve END' lists the workloads and addresses that an end stands for.",
      "'connections' lists every allowed connection, 'exposure' what each workload's policies let"
          + " through whoever comes. 'prelude' prints the built-in names."
    })
final class QueryCommand implements Callable<Integer> {
  /** How many paths of a pair of ends are listed where all are asked for. */
  private static final int MANY = 100;

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  enum Format {
    TEXT,
    JSON,
    CSV,
    MD,
    DOT;

    /** As commands write it. */
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
    return limit.within(console, () -> call(console));
  }

  private Integer call(Console console) {
    Reading chosen = options.reading();
    return switch (options.program(console)) {
      case QuestionProgram.Failed(ExitCode exit) -> exit.number();
      case QuestionProgram.Ready about ->
          switch (options.question()) {
            case "connections" -> listConnections(about, chosen, console).number();
            case "exposure" -> listExposure(about, chosen, console).number();
            default -> {
              textOrJson("an answer");
              yield options
                  .ask(
                      about,
                      chosen,
                      console,
                      question -> {},
                      (question, engine, ready) -> answer(question, engine, ready, about, console))
                  .number();
            }
          };
    };
  }

  private ExitCode answer(
      QuestionReading.Asked question,
      QueryEngine engine,
      QuestionManifests.Outcome.Ready ready,
      QuestionProgram.Ready program,
      Console console) {
    return switch (question) {
      case QuestionReading.Connections(Query query, var asked) -> {
        EmptyService.warning(ready.world(), query, ready.read().hidden())
            .ifPresent(warning -> console.report(List.of(warning)));
        print(
            engine.answer(query, options.all() ? MANY : 1), program.origins(ready.read()), console);
        yield options.covered(ready, engine.missing(query), console);
      }
      case QuestionReading.Members(Query.End end, var asked) -> {
        print(engine.members(end), PolicyOrigins.NONE, console);
        yield options.covered(ready, List.of(), console);
      }
    };
  }

  private void print(Answer answer, PolicyOrigins origins, Console console) {
    if (format == Format.JSON) {
      console.line(Json.text(AnswerData.of(options.question(), answer)));
    } else {
      AnswerText.lines(options.question(), answer, origins).forEach(console::line);
    }
    if (answer instanceof Answer.Paths(var paths, boolean cut) && cut) {
      console.remark("there are more shortest paths: " + MANY + " of a pair are listed");
    }
  }

  private ExitCode listConnections(QuestionProgram.Ready about, Reading chosen, Console console) {
    return switch (options.read(about, List.of(), console)) {
      case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
      case QuestionManifests.Outcome.Ready ready -> {
        ConnectionListing listing =
            new ConnectionListing(ready.world(), about.variant().program().cluster(), chosen);
        ConnectionTable table = listing.table();
        switch (format) {
          case TEXT -> ConnectionsText.lines(table).forEach(console::line);
          case JSON -> console.line(Json.text(ConnectionsData.of(table)));
          case CSV -> ConnectionsText.csv(table).forEach(console::line);
          case MD -> ConnectionsText.markdown(table).forEach(console::line);
          case DOT -> ConnectionsDot.lines(table).forEach(console::line);
        }
        yield options.covered(ready, listing.missing(), console);
      }
    };
  }

  private ExitCode listExposure(QuestionProgram.Ready about, Reading chosen, Console console) {
    textOrJson("exposure");
    if (!chosen.permissive()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "exposure is what may be let through: it has no --semantics must");
    }
    return switch (options.read(about, List.of(), console)) {
      case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
      case QuestionManifests.Outcome.Ready ready -> {
        ExposureEngine engine =
            new ExposureEngine(ready.world(), about.variant().program(), chosen);
        List<Exposure> exposures = engine.exposures();
        if (format == Format.JSON) {
          console.line(Json.text(ExposureText.data(exposures)));
        } else {
          ExposureText.lines(exposures).forEach(console::line);
        }
        if (!engine.exact()) {
          console.remark("there are too many cluster-scoped policies: some lines may say too much");
        }
        yield options.covered(ready, List.of(), console);
      }
    };
  }

  private void textOrJson(String what) {
    if (format != Format.TEXT && format != Format.JSON) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), what + " is text or json; csv, md and dot are for `connections`");
    }
  }
}
