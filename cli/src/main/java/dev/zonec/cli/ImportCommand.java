package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.draft.Import;
import dev.zonec.application.draft.ImportRequest;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.net.Cidr;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a zone program from the NetworkPolicies of manifests.",
      "zonec parses the text of the draft again and proves that it allows exactly what the policies"
          + " allow, for every pod that could exist. It lists each rule that the language cannot"
          + " express; the exit code is then 1."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "MANIFESTS",
      arity = "0..*",
      description = "manifests to import, as with -m (default: those of the configuration file)")
  private List<String> paths = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private DraftOptions draft = new DraftOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    JsonDocument document = new JsonDocument("import");
    ExitCode exit = imported(document, console);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode imported(JsonDocument document, Console console) {
    Settings settings = config.settings(console, options, limit);
    Reading may = assume.may(settings);
    LocalDate day = Dates.orToday(null);
    String module = draft.module(day);
    List<Cidr> pods = draft.podBlocks();
    manifests.add(paths);
    ManifestRequest chosen = manifests.request(settings, console.readingProgress());
    if (!chosen.given() && settings.problems().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there is nothing to import: pass manifests");
    }
    Import importing =
        new Import(
            new ImportRequest(
                chosen, module, pods, draft.file().target(), may, day, settings.problems()));
    if (console.refuses(importing.refusals())) {
      return ExitCode.BAD_INPUT;
    }
    // The draft is written outside of the time limit, and proved in the time that is left.
    return limit
        .claims(console, importing::outcome)
        .map(new ImportReport(console, options, limit, format.json(), document)::of)
        .orElse(ExitCode.INCONCLUSIVE);
  }
}
