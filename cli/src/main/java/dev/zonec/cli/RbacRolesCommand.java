package dev.zonec.cli;

import dev.zonec.access.least.LeastRoles.RoleFile;
import dev.zonec.application.access.WriteRoles;
import dev.zonec.model.label.LabelSyntax;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zonec rbac roles}. */
@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description = {
      "Writes three roles with the least rights, with their bindings to groups: for readers, for"
          + " operators of incidents, and for administrators of policies.",
      "The role of operators comes with admission policies for what RBAC cannot limit."
    })
final class RbacRolesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      description =
          "give rights in this namespace only; objects without a namespace can then be read, but"
              + " not changed (default: the whole cluster)")
  private @Nullable String namespace;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write a file for each role to this folder (default: standard output)")
  private @Nullable Path folder;

  @Option(names = "--force", description = "overwrite files that are there already")
  private boolean force;

  @Mixin private ConsoleOptions options = new ConsoleOptions();

  @Override
  public Integer call() {
    if (namespace != null && !LabelSyntax.isDnsLabel(namespace)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "-n takes the name of a namespace, not '" + namespace + "'");
    }
    Console console = options.console();
    WriteRoles roles = new WriteRoles(Optional.ofNullable(namespace));
    if (folder == null) {
      console.print(
          roles.files().stream().map(RoleFile::text).collect(Collectors.joining("---\n")));
      return ExitCode.HOLDS.number();
    }
    return switch (roles.write(folder, force)) {
      case WriteRoles.Outcome.Refused(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT.number();
      }
      case WriteRoles.Outcome.Written(List<Path> files) -> {
        if (!options.quiet()) {
          files.forEach(file -> console.line("wrote " + file));
        }
        yield ExitCode.HOLDS.number();
      }
    };
  }
}
