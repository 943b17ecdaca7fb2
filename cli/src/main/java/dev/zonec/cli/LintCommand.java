package dev.zonec.cli;

import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.FindingData;
import dev.zonec.compiler.lint.Fixing;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.verifier.proof.Gap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code zonec lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Finds what is better done otherwise in a zone program; with manifests, also what does not"
          + " fit what is deployed.",
      "A finding is taken back by a comment above its statement or at the end of its line:"
          + " # zonec:ignore CODE -- reason"
    })
final class LintCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      paramLabel = "ZONES",
      arity = "1..*",
      description = "sources: .zone files, or folders read whole")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = "--fix",
      description = "mend what can be mended mechanically, and format the files that change")
  private boolean fix;

  @Option(
      names = "--enable",
      paramLabel = "CODE",
      description = "run an opt-in check too, such as ZC1007; repeatable")
  private Set<Code> enabled = Set.of();

  @Option(
      names = "--disable",
      paramLabel = "CODE",
      description = "leave the findings of this code out; repeatable")
  private Set<Code> disabled = Set.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the day on which flows are judged to have expired (default: today)")
  private @Nullable LocalDate asOf;

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    // Files are mended when all that is found is known.
    return limit
        .result(console, () -> found(console))
        .map(found -> finish(found, console).number())
        .orElseGet(ExitCode.INCONCLUSIVE::number);
  }

  /** What came of looking. */
  private sealed interface Found {
    /** Findings. */
    record Findings(LintResult result) implements Found {}

    /** Findings, some of which can be mended. */
    record Mendable(Fixing fixing) implements Found {}

    /** An input that cannot be used. */
    record Nothing(ExitCode exit) implements Found {}
  }

  private Found found(Console console) {
    List<Diagnostic> missing = manifests.missing();
    if (console.refuses(missing)) {
      return new Found.Nothing(ExitCode.BAD_INPUT);
    }
    ProgramOptions.Given given = program.given();
    if (console.refuses(given.problems())) {
      return new Found.Nothing(ExitCode.BAD_INPUT);
    }
    Deployed deployed = new Deployed.Unknown();
    FoundEnds ends = FoundEnds.NONE;
    if (manifests.given()) {
      LoadedManifests loaded = manifests.load(options.progress(console));
      ends = loaded.ends();
      ReadManifests read = manifests.read(loaded, List.of());
      if (console.refuses(read.unusable())) {
        return new Found.Nothing(ExitCode.BAD_INPUT);
      }
      read.tell(console, options);
      if (!read.gaps().isEmpty()) {
        // A workload that cannot be read would be taken for missing.
        console.report(read.gaps().stream().map(Gap::problem).toList());
        return new Found.Nothing(ExitCode.BAD_INPUT);
      }
      deployed = DeployedObjects.of(read.world(), read.inventory());
    }
    LintOptions lint =
        new LintOptions(Dates.orToday(asOf), given.params(), deployed, ends, enabled, disabled);
    ProgramSources sources = program.sources(zones);
    return fix
        ? new Found.Mendable(Fixing.of(sources, lint))
        : new Found.Findings(Linting.lint(sources, lint));
  }

  private ExitCode finish(Found found, Console console) {
    return switch (found) {
      case Found.Nothing(ExitCode exit) -> exit;
      case Found.Findings(LintResult result) -> report(result, console);
      case Found.Mendable(Fixing fixing) -> mend(fixing, console);
    };
  }

  private ExitCode mend(Fixing fixing, Console console) {
    for (Rewriting rewriting : fixing.rewritings()) {
      Optional<Diagnostic> failed = rewriting.write();
      if (failed.isPresent()) {
        console.report(List.of(failed.get()));
        return ExitCode.BAD_INPUT;
      }
      if (!options.quiet()) {
        console.remark("mended " + rewriting.source().text().name());
      }
    }
    return report(fixing.left(), console);
  }

  private ExitCode report(LintResult result, Console console) {
    switch (format) {
      case TEXT -> {
        console.report(result.diagnostics());
        if (!options.quiet()) {
          console.line(count(result));
        }
      }
      case JSON ->
          console.line(
              new JsonMapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(FindingData.of(result)));
    }
    if (result.rejected()) {
      return ExitCode.BAD_INPUT;
    }
    return result.findings().isEmpty() ? ExitCode.HOLDS : ExitCode.VIOLATION;
  }

  private static String count(LintResult result) {
    int count = result.findings().size();
    return switch (count) {
      case 0 -> "no findings";
      case 1 -> "1 finding";
      default -> count + " findings";
    };
  }
}
