package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.model.net.Cidr;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The draft of an import: its file, and how it is written. */
@OptionGroup(Subject.COMMAND)
final class DraftOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DraftFileOptions file = new DraftFileOptions();

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

  /** Returns the file of the draft. */
  DraftFileOptions file() {
    return file;
  }

  /** Returns the name of the draft's module, or rejects one that no module can have. */
  String module(LocalDate day) {
    return file.moduleName(module, day);
  }

  /** Returns the address blocks of pods, or rejects what is none. */
  List<Cidr> podBlocks() {
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
