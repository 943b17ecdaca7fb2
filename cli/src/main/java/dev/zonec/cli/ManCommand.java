package dev.zonec.cli;

import dev.zonec.application.version.Versions;
import dev.zonec.cli.manual.ManualPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec man}. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a page of the manual, or all pages to a folder.",
      "To read one: zonec man verify | man -l -"
    })
final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "the command whose page to write (default: that of zonec itself)")
  private List<String> command = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write all pages to this folder, as man1 of a MANPATH wants them")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    String version = VersionText.name(Versions.read());
    if (folder != null) {
      return writeAll(root, folder, version).number();
    }
    CommandLine page = root;
    for (String word : command) {
      CommandLine next = page.getSubcommands().get(word);
      if (next == null) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "there is no command " + String.join(" ", command));
      }
      page = next;
    }
    root.getOut().print(ManualPage.of(page, version));
    root.getOut().flush();
    return ExitCode.HOLDS.number();
  }

  private static ExitCode writeAll(CommandLine root, Path folder, String version) {
    Set<CommandLine> pages = new LinkedHashSet<>();
    addWithSubcommands(root, pages);
    try {
      Files.createDirectories(folder);
      for (CommandLine page : pages) {
        String name = page.getCommandSpec().qualifiedName("-") + ".1";
        Files.writeString(folder.resolve(name), ManualPage.of(page, version));
      }
    } catch (IOException e) {
      root.getErr().println("zonec: the pages cannot be written to " + folder + ": " + e);
      root.getErr().flush();
      return ExitCode.BAD_INPUT;
    }
    return ExitCode.HOLDS;
  }

  private static void addWithSubcommands(CommandLine command, Set<CommandLine> pages) {
    if (pages.add(command)) {
      command.getSubcommands().values().forEach(each -> addWithSubcommands(each, pages));
    }
  }
}
