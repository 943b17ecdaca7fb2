package dev.zonec.cli;

import dev.zonec.application.verify.VerifyRequest.World;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects the pods that claims are about. */
@OptionGroup(Subject.READING)
final class WorldOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--world",
      paramLabel = "WORLD",
      defaultValue = "open",
      description =
          "open: the claims are about every pod that could exist; closed: about the pods of the"
              + " manifests only (default: open)")
  private World world = World.OPEN;

  /** Returns the pods that the claims are about. */
  World world() {
    return world;
  }

  /**
   * Refuses an option that is about every pod that could exist.
   *
   * @param option an option that the user gave; empty if there is none
   */
  void check(Optional<String> option) {
    if (world == World.CLOSED && option.isPresent()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          option.get()
              + " is about every pod that could exist: leave it out, or leave out --world closed");
    }
  }
}
