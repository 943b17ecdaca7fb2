package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the files and folders that a kustomization mentions, for any purpose. */
final class Mentioned {
  private final Path folder;
  private final Set<Path> paths = new HashSet<>();

  private Mentioned(Path folder) {
    this.folder = folder;
  }

  /** Returns the absolute, normalized paths. Some may not exist. */
  static Set<Path> by(Kustomization kustomization) {
    Mentioned mentioned = new Mentioned(kustomization.folder());
    mentioned.add(kustomization.tree());
    return mentioned.paths;
  }

  private void add(Tree tree) {
    switch (tree) {
      case Tree.Leaf leaf -> leaf.text().ifPresent(this::add);
      case Tree.Listing list -> list.items().forEach(this::add);
      case Tree.Mapping mapping -> mapping.fields().values().forEach(each -> add(each.value()));
    }
  }

  private void add(String text) {
    if (text.contains("\n")) {
      return;
    }
    path(text).ifPresent(paths::add);
    // Generators name files as key=path.
    int equals = text.indexOf('=');
    if (equals >= 0) {
      path(text.substring(equals + 1)).ifPresent(paths::add);
    }
  }

  private Optional<Path> path(String text) {
    try {
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
