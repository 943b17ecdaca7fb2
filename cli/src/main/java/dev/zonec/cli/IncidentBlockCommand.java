package dev.zonec.cli;

import dev.zonec.application.incident.BlockFiles;
import dev.zonec.application.incident.BlockRequest;
import dev.zonec.application.incident.Blockade;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.command.BlockCommands;
import dev.zonec.response.edge.EdgeKind;
import dev.zonec.response.edge.EdgeRules;
import dev.zonec.response.report.BlockData;
import dev.zonec.response.report.BlockText;
import dev.zonec.response.report.BlockUse;
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

/** {@code zonec incident block}. */
@Command(
    name = "block",
    mixinStandardHelpOptions = true,
    description = {
      "Finds a change after which no workload exchanges traffic with the addresses, or on the"
          + " ports, and everything else is as before, and proves it.",
      "It prints the policies, the commands of kubectl that make the change, and those that undo"
          + " it. It changes nothing by itself."
    })
final class IncidentBlockCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description =
          "an address, a block such as 203.0.113.0/24, or a port such as tcp/445 or"
              + " udp/5000-5010; repeatable")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--zones",
      paramLabel = "ZONES",
      description =
          "sources whose flows are compared with the block; repeatable (default: those of the"
              + " configuration file)")
  private List<String> zones = new ArrayList<>();

  @Option(
      names = "--emit",
      paramLabel = "FIREWALL",
      split = ",",
      description =
          "also rules for the edge: nft, iptables, aws, gcp or azure; repeatable. They are not"
              + " proved")
  private List<EdgeKind> emitted = new ArrayList<>();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "the value of the label zonec.dev/block (default: made from TARGET)")
  private @Nullable String id;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write policies.yaml, rewritten.yaml and the rules for the edge to this folder")
  private @Nullable Path folder;

  @Option(names = "--force", description = "overwrite files that are there already")
  private boolean force;

  @Mixin private MeansOption means = new MeansOption();
  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    if (id != null && !LabelSyntax.isDnsLabel(id)) {
      throw options.refused(
          "--id takes lower-case letters, digits and '-', as in names, not '" + id + "'");
    }
    Console console = options.console();
    JsonDocument document = new JsonDocument("incident-block");
    Blockade blockade =
        new Blockade(
            new BlockRequest(
                options.request(console, limit, zones),
                targets,
                Optional.ofNullable(id),
                means.means()));
    ExitCode exit =
        options.decide(
            limit,
            console,
            () -> blockade.outcome(limit.deadline()),
            reply -> print(reply, document, console));
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode print(Blockade.Reply reply, JsonDocument document, Console console) {
    BlockText text = reply.text();
    console.report(text.problems());
    ExitCode exit = ExitCode.of(reply.conclusion());
    if (!reply.proved()) {
      return exit;
    }
    BlockCommands commands = new BlockCommands(reply.last().change(), reply.written());
    String rewritten = NewObject.stream(commands.rewritten());
    List<EdgeRules> edge = reply.edge(emitted);
    String file = BlockFiles.POLICIES;
    if (folder != null) {
      file = folder.resolve(file).toString();
      List<Diagnostic> problems =
          new BlockFiles(folder, text.policies(), rewritten, edge).write(force);
      if (console.refuses(problems)) {
        return ExitCode.BAD_INPUT;
      }
    }
    List<String> notes = text.stillPossible();
    if (format.json()) {
      document.putAll(
          BlockData.of(
              text.blocking(),
              reply.last(),
              reply.use(),
              commands,
              edge,
              file,
              reply.assumptions(),
              notes));
      return exit;
    }
    text.summary().forEach(console::line);
    if (folder == null) {
      console.section("policies.yaml:", text.policies().lines().toList());
      console.section("policies with other rules:", rewritten.lines().toList());
    }
    console.section("to block:", commands.apply(file));
    console.section("to undo:", commands.undo());
    used(reply.use(), console);
    if (folder == null) {
      edge.forEach(each -> console.section(each.file() + ":", each.text().lines().toList()));
    }
    console.section("the proof assumes:", reply.assumptions());
    console.section("still possible:", notes);
    return exit;
  }

  private static void used(BlockUse use, Console console) {
    console.section("declared flows that lose connections:", use.flows());
    console.section("rules that name what is blocked:", use.rules());
    console.section("Services that forward to a blocked port:", use.services());
  }
}
