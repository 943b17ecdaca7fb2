package dev.zonec.cli;

import dev.zonec.application.version.Versions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zonec version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the version and commit of zonec, the version of Z3, and the policies that zonec"
          + " understands."
    })
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Versions versions = Versions.read();
    switch (format.format()) {
      case TEXT -> VersionText.lines(versions).forEach(out::println);
      case JSON -> out.println(Json.text(VersionText.data(versions)));
    }
    out.flush();
    return ExitCode.HOLDS.number();
  }
}
