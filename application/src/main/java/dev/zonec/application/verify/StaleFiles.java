package dev.zonec.application.verify;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.verifier.origin.Drift;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which compiled files of the manifests are not what the program compiles to, and how to
 * correct them.
 *
 * @param program the program of the run
 * @param manifests the manifests of the run
 */
record StaleFiles(ProgramRequest program, ManifestRequest manifests) {
  private static final int SHOWN = 3;

  /**
   * Returns one sentence with the command that corrects the files; empty if nothing differs.
   *
   * @param written the policies of the program in the manifests
   */
  String headline(Drift drift, List<Policy> written) {
    if (drift.none()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (!drift.changed().isEmpty()) {
      parts.add(
          files(drift.changed())
              + (drift.changed().size() == 1 ? " was" : " were")
              + " edited by hand or "
              + (drift.changed().size() == 1 ? "is" : "are")
              + " out of date");
    }
    if (!drift.missing().isEmpty()) {
      parts.add(
          ShortList.of(drift.missing().stream().map(Policy::toString).toList(), SHOWN)
              + (drift.missing().size() == 1 ? " is" : " are")
              + " missing");
    }
    if (!drift.obsolete().isEmpty()) {
      parts.add(
          files(drift.obsolete()) + (drift.obsolete().size() == 1 ? " is" : " are") + " obsolete");
    }
    return String.join("; ", parts)
        + ": "
        + folder(written)
            .map(dir -> "run `" + command(dir) + "`")
            .orElse("compile the program again, and apply the result");
  }

  private static String files(List<Policy> policies) {
    return ShortList.of(
        policies.stream().map(policy -> policy.span().source().name()).distinct().toList(), SHOWN);
  }

  /** Returns the folder into which the policies were compiled: each has a file there. */
  private static Optional<Path> folder(List<Policy> written) {
    List<Optional<Path>> folders =
        written.stream().map(StaleFiles::folder).distinct().limit(2).toList();
    return folders.size() == 1 ? folders.getFirst() : Optional.empty();
  }

  private static Optional<Path> folder(Policy policy) {
    try {
      Path file = Path.of(policy.span().source().name());
      Path end = Path.of(policy.namespace(), policy.name() + ".yaml");
      if (!file.endsWith(end) || file.getNameCount() < 2) {
        return Optional.empty();
      }
      Path namespace = Optional.ofNullable(file.getParent()).orElse(file);
      return Optional.of(Optional.ofNullable(namespace.getParent()).orElse(Path.of(".")));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private String command(Path folder) {
    List<String> words = new ArrayList<>(List.of("zonec", "compile"));
    words.addAll(program.names());
    manifests.paths().stream()
        .filter(path -> !path.isStandardInput())
        .map(InputPath::name)
        .filter(path -> !Path.of(path).normalize().equals(folder.normalize()))
        .forEach(path -> words.addAll(List.of("-m", path)));
    program.params().forEach((name, value) -> words.addAll(List.of("-p", name + "=" + value)));
    words.addAll(List.of("-o", folder.toString()));
    return String.join(" ", words.stream().map(StaleFiles::quoted).toList());
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
