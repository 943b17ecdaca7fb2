package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.SearchPath;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A command that builds kustomizations.
 *
 * @param words the command, to which the folder is appended
 */
public record BuildCommand(List<String> words) {
  /** Copies the list. */
  public BuildCommand {
    words = List.copyOf(words);
  }

  /** Finds {@code kustomize}, or else {@code kubectl}, which includes it. */
  public static Optional<BuildCommand> find(SearchPath searchPath) {
    return searchPath
        .program("kustomize")
        .map(program -> new BuildCommand(List.of(program.toString(), "build")))
        .or(
            () ->
                searchPath
                    .program("kubectl")
                    .map(program -> new BuildCommand(List.of(program.toString(), "kustomize"))));
  }

  /** Runs the command for {@code root}. Spans of the objects are in the output of the command. */
  Build.Built build(Kustomization root, ProjectFiles files) {
    String name = files.name(root.folder());
    try {
      List<String> command = new ArrayList<>(words);
      command.add(root.folder().toString());
      Path errors = Files.createTempFile("zonec-kustomize", ".txt");
      Path output = Files.createTempFile("zonec-kustomize", ".yaml");
      try {
        return run(command, output, errors) == 0
            ? built(
                root, new SourceText("(kustomize build " + name + ")", Files.readString(output)))
            : failed(root, Files.readString(errors));
      } finally {
        Files.delete(errors);
        Files.delete(output);
      }
    } catch (IOException e) {
      return failed(root, words.getFirst() + " cannot be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(root, "interrupted");
    }
  }

  /** Runs {@code command} and returns its exit code. At the deadline, ends the command. */
  private static int run(List<String> command, Path output, Path errors)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(Deadline.current().remainingMillis(), TimeUnit.MILLISECONDS)) {
        Deadline.check();
      }
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Build.Built built(Kustomization root, SourceText output) {
    ParsedTexts parsed = ParsedTexts.whole(output);
    List<Tree.Mapping> objects = new ArrayList<>();
    parsed.documents().stream()
        .map(TreeDocuments::tree)
        .filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast)
        .forEach(objects::add);
    Set<Path> bases = new HashSet<>(Mentioned.by(root));
    bases.removeIf(path -> !Files.exists(path));
    return new Build.Built(objects, parsed.unreadable(), bases);
  }

  private static Build.Built failed(Kustomization root, String errors) {
    String reason =
        errors
            .lines()
            .filter(line -> !line.startsWith("#"))
            .findFirst()
            .orElse("the command failed");
    return new Build.Built(
        List.of(),
        List.of(
            Diagnostic.error(
                    Code.ZC0650, root.tree().span(), "kustomize cannot build this kustomization")
                .note(reason)),
        Set.of());
  }
}
