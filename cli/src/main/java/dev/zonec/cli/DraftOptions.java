package dev.zonec.cli;

import dev.zonec.application.draft.DraftFile;
import dev.zonec.application.draft.Import;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.ImportOptions;
import dev.zonec.model.net.Cidr;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The draft of an import: its file, and how it is written. */
@OptionGroup(Subject.COMMAND)
final class DraftOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the draft to this file; else to standard output")
  private @Nullable Path output;

  @Option(names = "--force", description = "overwrite the file if it is there already")
  private boolean force;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      defaultValue = "imported",
      description = "the name of the draft's module (default: imported)")
  private String module = "imported";

  @Option(
      names = "--pods",
      paramLabel = "CIDR",
      split = ",",
      description = "where pods have their addresses; repeatable")
  private List<String> pods = new ArrayList<>();

  /** The file of the draft in messages. */
  String name() {
    return output == null ? "(draft)" : output.toString();
  }

  /** The reason why the draft may not be written to the file, if there is one. */
  Optional<Diagnostic> conflict() {
    return output == null ? Optional.empty() : DraftFile.conflict(output, force);
  }

  /** Whether the draft is written to a file. */
  boolean hasFile() {
    return output != null;
  }

  /** Writes the draft to the file, or prints it; returns the problem if that fails. */
  Optional<Diagnostic> write(String text, Console console) {
    if (output == null) {
      console.print(text);
      return Optional.empty();
    }
    return DraftFile.write(output, text);
  }

  /**
   * How the draft is made. Refuses a name or a block that is not one.
   *
   * @param avoidsPods whether blocks match no pods
   */
  ImportOptions options(LocalDate day, boolean avoidsPods) {
    return new ImportOptions(moduleName(day), podBlocks(), avoidsPods);
  }

  private String moduleName(LocalDate day) {
    if (Import.isModuleName(module, day)) {
      return module;
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "--module takes a name such as shop.boutique, not " + module);
  }

  private List<Cidr> podBlocks() {
    List<Cidr> blocks = new ArrayList<>();
    for (String written : pods) {
      Cidr block =
          Cidr.parse(written)
              .filter(cidr -> cidr.toString().equals(written))
              .orElseThrow(
                  () ->
                      new CommandLine.ParameterException(
                          spec.commandLine(),
                          "--pods takes address blocks such as 10.244.0.0/16, not " + written));
      blocks.add(block);
    }
    return blocks.stream().sorted().distinct().toList();
  }
}
