package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The files and folders that a kustomization mentions, for whatever purpose. */
final class Mentioned {
  private final Path folder;
  private final Set<Path> paths = new HashSet<>();

  private Mentioned(Path folder) {
    this.folder = folder;
  }

  /** Those of {@code kustomization}, absolute and normal; some may lead to nothing. */
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
