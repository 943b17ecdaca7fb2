package dev.zonec.kubernetes.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.SearchPath;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.manifest.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds are those of kustomize, where that or kubectl is on the PATH: what it refuses is a
 * problem, and what it builds has the same objects. {@code zonec.kustomizations} says how many are
 * tried.
 */
final class KustomizeProperty {
  /** How many differences are shown. */
  private static final int MOST = 5;

  private int refused;

  @Test
  void buildsAreThoseOfKustomize(@TempDir Path temporary) throws IOException {
    Optional<BuildCommand> command = BuildCommand.find(SearchPath.ofProcess());
    assumeTrue(command.isPresent(), "there is neither kustomize nor kubectl");
    long first = Long.getLong("zonec.kustomizations.seed", 1);
    int count = Integer.getInteger("zonec.kustomizations", 25);
    List<String> differences = new ArrayList<>();
    for (long seed = first; seed < first + count && differences.size() < MOST; seed++) {
      Path root = Files.createDirectory(temporary.resolve("seed-" + seed));
      Path folder = RandomKustomizations.write(seed, root);
      Optional<String> difference = difference(folder, root, command.get());
      if (difference.isPresent()) {
        differences.add(root + text(root) + difference.get());
      }
    }
    assertThat(differences).isEmpty();
    // A generator that only makes what is refused, or what is not, tests nothing.
    assertThat(refused).isBetween(1, count / 2);
  }

  private Optional<String> difference(Path folder, Path root, BuildCommand command)
      throws IOException {
    Sources sources =
        ManifestFiles.collect(
            InputPath.of(List.of(root.toString())), InputStream.nullInputStream());
    DiskFiles files = new DiskFiles(sources);
    Kustomization kustomization = kustomization(folder, files);
    Build.Built ours = Build.of(kustomization, files);
    Build.Built theirs = command.build(kustomization, files);
    if (ours.problems().isEmpty() != theirs.problems().isEmpty()) {
      return Optional.of("\nours: " + ours.problems() + "\ntheirs: " + theirs.problems());
    }
    if (!theirs.problems().isEmpty()) {
      refused++;
      return Optional.empty();
    }
    Map<String, Tree.Mapping> wanted = new HashMap<>();
    theirs.objects().forEach(object -> wanted.put(ResourceId.of(object).toString(), object));
    if (ours.objects().size() != theirs.objects().size()) {
      return Optional.of("\nkustomize has " + wanted.keySet());
    }
    for (Tree.Mapping object : ours.objects()) {
      Tree.@Nullable Mapping other = wanted.get(ResourceId.of(object).toString());
      if (other == null) {
        return Optional.of("\nkustomize has no " + ResourceId.of(object));
      }
      // kustomize leaves a directive in a list that it adds; no server takes that.
      if (!Tree.same(object, other) && !shown(other).contains("$patch")) {
        return Optional.of("\nours:\n" + shown(object) + "\ntheirs:\n" + shown(other));
      }
    }
    return Optional.empty();
  }

  private static Kustomization kustomization(Path folder, ProjectFiles files) {
    return files.at(folder.resolve("kustomization.yaml"))
                instanceof ProjectFiles.Entry.File(var text)
            && Kustomization.read(folder, text) instanceof Kustomization.Outcome.Read(var read)
        ? read
        : fail();
  }

  private static Kustomization fail() {
    throw new AssertionError("the kustomization cannot be read");
  }

  static String shown(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf.written();
      case Tree.Listing list -> list.items().stream().map(KustomizeProperty::shown).toList() + "";
      case Tree.Mapping mapping -> {
        StringBuilder out = new StringBuilder("{");
        mapping.fields().forEach((k, v) -> out.append(k + ": " + shown(v.value()) + ", "));
        yield out.append("}").toString();
      }
    };
  }

  private static String text(Path root) throws IOException {
    StringBuilder out = new StringBuilder();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.append("## " + root.relativize(file) + "\n" + Files.readString(file));
      }
    }
    return out.toString();
  }
}
