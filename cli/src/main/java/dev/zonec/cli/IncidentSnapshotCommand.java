package dev.zonec.cli;

import dev.zonec.application.incident.SnapshotTarget;
import dev.zonec.application.incident.Snapshotting;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.response.command.SnapshotCommands;
import dev.zonec.response.report.SnapshotData;
import dev.zonec.response.report.SnapshotText;
import dev.zonec.response.snapshot.SnapshotPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec incident snapshot}. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a VolumeSnapshot for each claim that the pods of END mount, and claims that restore"
          + " them.",
      "It names the volumes that cannot be snapshotted. It changes nothing by itself."
    })
final class IncidentSnapshotCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "END",
      description = "a pod or workload such as shop/db, a zone, or pods(app=x) in namespace(y)")
  private String end = "";

  @Option(
      names = "--zones",
      paramLabel = "ZONES",
      description =
          "sources whose zones END may name; repeatable (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "the VolumeSnapshotClass (default: the one of the claim's driver)")
  private @Nullable String snapshotClass;

  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "evidence",
      description =
          "the value of the label zonec.dev/evidence, and the end of the names (default: evidence)")
  private String id = "evidence";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      description =
          "write to this .yaml file, or write snapshots.yaml and restore.yaml to this folder"
              + " (default: standard output)")
  private @Nullable Path output;

  @Option(names = "--force", description = "overwrite files that are there already")
  private boolean force;

  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();

  private ExitCode decided = ExitCode.HOLDS;

  @Override
  public Integer call() {
    if (!LabelSyntax.isDnsLabel(id)) {
      throw options.refused(
          "--id takes lowercase letters, digits and hyphens, at most 63, not '" + id + "'");
    }
    Console console = options.console();
    JsonDocument document = new JsonDocument("incident-snapshot");
    Snapshotting snapshotting =
        new Snapshotting(
            options.request(console, limit, zones), end, Optional.ofNullable(snapshotClass), id);
    ExitCode answered =
        options.ask(
            limit,
            console,
            snapshotting::outcome,
            plan -> decided = print(plan, document, console));
    // A violation counts more than an incomplete answer, and bad input more than both.
    ExitCode exit = answered.worse(decided);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode print(SnapshotPlan plan, JsonDocument document, Console console) {
    SnapshotText text = new SnapshotText(plan);
    console.report(plan.problems());
    SnapshotTarget target = output == null ? new SnapshotTarget.Shown() : SnapshotTarget.of(output);
    SnapshotCommands commands = target.commands(plan);
    if (console.refuses(target.write(plan, force))) {
      return ExitCode.BAD_INPUT;
    }
    if (format.json()) {
      document.putAll(SnapshotData.of(plan, commands, text.notes()));
    } else if (output == null) {
      text.summary(end).forEach(console::status);
      text.notes().forEach(note -> console.status("note: " + note));
      console.print(text.whole(commands));
    } else {
      text.summary(end).forEach(console::wrapped);
      for (SnapshotText.Section section : text.sections(commands)) {
        console.section(section.title(), section.lines());
      }
      text.notes().forEach(note -> console.status("note: " + note));
    }
    return ExitCode.of(plan.conclusion());
  }
}
