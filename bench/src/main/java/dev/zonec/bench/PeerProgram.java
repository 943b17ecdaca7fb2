package dev.zonec.bench;

import dev.zonec.diagnostics.inputs.SearchPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another program that lists which connections the policies of a cluster allow.
 *
 * @param name the name of its command
 * @param arguments its arguments for the manifests in a folder of {@link ClusterFiles}
 */
record PeerProgram(String name, Function<Path, List<String>> arguments) {
  /** All programs that are compared, installed or not. */
  static final List<PeerProgram> ALL =
      List.of(
          new PeerProgram(
              "netpol-analyzer", folder -> List.of("list", "--dirpath", folder.toString())),
          new PeerProgram(
              "nca", folder -> List.of("--connectivity", "--resource_list", folder.toString())),
          new PeerProgram("cyclonus", PeerProgram::cyclonus));

  /** Returns its command for {@code folder} if the program is on the {@code PATH}. */
  Optional<List<String>> command(Path folder) {
    return SearchPath.ofProcess().program(name).map(program -> command(program, folder));
  }

  private List<String> command(Path program, Path folder) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments.apply(folder));
    return List.copyOf(command);
  }

  private static List<String> cyclonus(Path folder) {
    CyclonusFiles files =
        CyclonusFiles.of(folder, folder.resolveSibling(folder.getFileName() + "-cyclonus"));
    return List.of(
        "analyze",
        "--mode",
        "probe",
        "--policy-path",
        files.policies().toString(),
        "--probe-path",
        files.model().toString());
  }
}
