package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.resolve.Prelude;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Answers what can connect to what, among what the manifests declare.",
      "'A -> B' asks for connections, 'A ~> B' for paths of any number of hops; ': SERVICE' narrows"
          + " them, and paths 'within N hops', 'via Z' or 'avoiding Z' too. An end is a zone, an"
          + " external, namespace/workload, pods(app=x) in namespace(y), svc/namespace/service,"
          + " ingress (what Ingresses and routes let in), an address or *.",
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

  @Parameters(index = "0", paramLabel = "QUESTION", description = "such as 'web ~> redis'")
  private String question = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description = "sources whose zones and externals the question may name")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private QuestionManifests manifests = new QuestionManifests();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; for connections also csv, md or dot (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--all",
      description = "list every shortest path of a pair of ends, not one; at most " + MANY)
  private boolean all;

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    if (question.equals("prelude")) {
      console.print(Prelude.source().content());
      return ExitCode.HOLDS.number();
    }
    Reading chosen = reading.reading();
    List<Diagnostic> missing = manifests.missing();
    if (!missing.isEmpty()) {
      console.report(missing);
      return ExitCode.BAD_INPUT.number();
    }
    return switch (QuestionProgram.of(zones, program, expiry, console)) {
      case QuestionProgram.Failed(ExitCode exit) -> exit.number();
      case QuestionProgram.Ready(LoadedVariant variant) ->
          switch (question) {
            case "connections" ->
                listConnections(variant.program().cluster(), chosen, console).number();
            case "exposure" -> listExposure(variant.program(), chosen, console).number();
            default -> ask(variant, chosen, console).number();
          };
    };
  }

  private ExitCode ask(LoadedVariant variant, Reading chosen, Console console) {
    textOrJson("an answer");
    return switch (QuestionReading.of(question, variant, console)) {
      case QuestionReading.Failed(ExitCode exit) -> exit;
      case QuestionReading.Ready(Query query, List<Selector> asked) ->
          switch (manifests.read(asked, variant.program().cluster(), options, console)) {
            case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
            case QuestionManifests.Outcome.Ready ready ->
                answer(
                    query,
                    new QueryEngine(ready.world(), variant.program(), chosen),
                    ready,
                    console);
          };
    };
  }

  private ExitCode answer(
      Query query, QueryEngine engine, QuestionManifests.Outcome.Ready ready, Console console) {
    List<Diagnostic> unknown = engine.problems(query);
    if (!unknown.isEmpty()) {
      console.report(unknown);
      return ExitCode.USAGE;
    }
    Answer answer = engine.answer(query, all ? MANY : 1);
    if (format == Format.JSON) {
      console.line(Json.text(AnswerData.of(question, answer)));
    } else {
      AnswerText.lines(question, answer).forEach(console::line);
    }
    if (answer instanceof Answer.Paths(var paths, boolean cut) && cut) {
      console.remark("there are more shortest paths: " + MANY + " of a pair are listed");
    }
    return manifests.covered(ready, engine.missing(query), console);
  }

  private ExitCode listConnections(Cluster cluster, Reading chosen, Console console) {
    return switch (manifests.read(List.of(), cluster, options, console)) {
      case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
      case QuestionManifests.Outcome.Ready ready -> {
        ConnectionListing listing = new ConnectionListing(ready.world(), cluster, chosen);
        ConnectionTable table = listing.table();
        switch (format) {
          case TEXT -> ConnectionsText.lines(table).forEach(console::line);
          case JSON -> console.line(Json.text(ConnectionsData.of(table)));
          case CSV -> ConnectionsText.csv(table).forEach(console::line);
          case MD -> ConnectionsText.markdown(table).forEach(console::line);
          case DOT -> ConnectionsDot.lines(table).forEach(console::line);
        }
        yield manifests.covered(ready, listing.missing(), console);
      }
    };
  }

  private ExitCode listExposure(ZoneProgram names, Reading chosen, Console console) {
    textOrJson("exposure");
    if (!chosen.permissive()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "exposure is what may be let through: it has no --semantics must");
    }
    return switch (manifests.read(List.of(), names.cluster(), options, console)) {
      case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
      case QuestionManifests.Outcome.Ready ready -> {
        ExposureEngine engine = new ExposureEngine(ready.world(), names, chosen);
        List<Exposure> exposures = engine.exposures();
        if (format == Format.JSON) {
          console.line(Json.text(ExposureText.data(exposures)));
        } else {
          ExposureText.lines(exposures).forEach(console::line);
        }
        if (!engine.exact()) {
          console.remark("there are too many cluster-scoped policies: some lines may say too much");
        }
        yield manifests.covered(ready, List.of(), console);
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
