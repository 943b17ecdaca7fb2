package dev.zonec.cli;

import dev.zonec.application.draft.DraftTarget;
import dev.zonec.application.draft.Import;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The file of a drafted program. */
@OptionGroup(Subject.COMMAND)
final class DraftFileOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the draft to this file; else to standard output")
  private @Nullable Path output;

  @Option(names = "--force", description = "overwrite the file if it is there already")
  private boolean force;

  /** Returns where the draft is written. */
  DraftTarget target() {
    return DraftTarget.of(Optional.ofNullable(output), force);
  }

  /** Returns {@code module}, or rejects a name that no module can have. */
  String moduleName(String module, LocalDate day) {
    if (Import.isModuleName(module, day)) {
      return module;
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "--module takes a name such as shop.boutique, not " + module);
  }
}
