package dev.zonec.cli;

import dev.zonec.application.incident.QuarantineFiles;
import dev.zonec.application.incident.QuarantineRequest;
import dev.zonec.application.incident.Quarantining;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.response.command.Commands;
import dev.zonec.response.command.NodeTreatment;
import dev.zonec.response.report.QuarantineData;
import dev.zonec.response.report.QuarantineText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec incident quarantine}. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = {
      "Finds a change that cuts pods off from the network, whatever policies there are, and proves"
          + " it.",
      "It prints the policies, the commands of kubectl that make the change, and those that undo"
          + " it. It changes nothing by itself."
    })
final class IncidentQuarantineCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "END",
      description =
          "a pod or workload such as shop/web, a zone, or pods(app=x) in namespace(y); repeatable")
  private List<String> ends = new ArrayList<>();

  @Option(
      names = "--zones",
      paramLabel = "ZONES",
      description =
          "sources whose zones an end may name; repeatable (default: those of the configuration"
              + " file)")
  private List<String> zones = new ArrayList<>();

  @Option(
      names = "--allow-from",
      paramLabel = "END",
      description = "pods that may still connect to the isolated ones, such as a forensic pod")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--keep-labels",
      description = "keep the labels of the pods, so that they stay with their controllers")
  private boolean keepLabels;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "the value of the label zonec.dev/quarantine (default: made from END)")
  private @Nullable String id;

  @Option(names = "--cordon", description = "also keep new pods off the nodes of the pods")
  private boolean cordon;

  @Option(
      names = "--drain",
      description = "also remove all other pods from these nodes; this destroys evidence")
  private boolean drain;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write policies.yaml and quarantine.zone to this folder")
  private @Nullable Path folder;

  @Option(names = "--force", description = "overwrite these files if they are there already")
  private boolean force;

  @Mixin private MeansOption means = new MeansOption();
  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    if (id != null && (id.isEmpty() || !LabelSyntax.isValue(id))) {
      throw options.refused("--id takes the value of a label, not '" + id + "'");
    }
    Console console = options.console();
    JsonDocument document = new JsonDocument("incident-quarantine");
    boolean refused =
        folder != null && console.refuses(new QuarantineFiles(folder).conflicts(force));
    ExitCode exit = refused ? ExitCode.BAD_INPUT : answered(document, console);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode answered(JsonDocument document, Console console) {
    QuarantineRequest request =
        new QuarantineRequest(
            options.request(console, limit, zones),
            ends,
            allowed,
            Optional.ofNullable(id),
            means.means(),
            keepLabels);
    Quarantining quarantining = new Quarantining(request);
    return options.decide(
        limit,
        console,
        () -> quarantining.outcome(limit.deadline()),
        reply -> print(reply, document, console));
  }

  private ExitCode print(Quarantining.Reply reply, JsonDocument document, Console console) {
    QuarantineText text = new QuarantineText(reply.isolation(), reply.last());
    console.report(text.problems());
    ExitCode exit = ExitCode.of(reply.conclusion());
    if (reply.refuted()) {
      return exit;
    }
    Commands commands =
        new Commands(reply.isolation(), reply.last().change(), reply.expressions(), treatment());
    List<String> notes = text.stillPossible(commands, reply.alsoSelected());
    String file = QuarantineFiles.POLICIES;
    if (folder != null) {
      QuarantineFiles files = new QuarantineFiles(folder);
      file = files.policies().toString();
      if (console.refuses(files.write(reply.last()))) {
        return ExitCode.BAD_INPUT;
      }
    }
    if (format.json()) {
      document.putAll(
          QuarantineData.of(
              reply.isolation(), reply.last(), commands, file, reply.assumptions(), notes));
      return exit;
    }
    text.summary().forEach(console::line);
    if (folder == null) {
      console.section(
          QuarantineFiles.POLICIES + ":", reply.last().change().text().lines().toList());
    }
    console.section("to isolate:", commands.apply(file));
    console.section("to undo:", commands.undo());
    console.section("the proof assumes:", reply.assumptions());
    console.section("still possible:", notes);
    return exit;
  }

  private NodeTreatment treatment() {
    return drain ? NodeTreatment.DRAIN : cordon ? NodeTreatment.CORDON : NodeTreatment.KEEP;
  }
}
