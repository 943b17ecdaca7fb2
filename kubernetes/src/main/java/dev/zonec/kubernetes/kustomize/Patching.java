package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the patches of a kustomization. */
final class Patching {
  /** Kinds of generated objects, which are not built. */
  private static final Set<String> GENERATED = Set.of("ConfigMap", "Secret");

  private final Kustomization kustomization;
  private final ProjectFiles files;
  private final List<Diagnostic> problems;

  Patching(Kustomization kustomization, ProjectFiles files, List<Diagnostic> problems) {
    this.kustomization = kustomization;
    this.files = files;
    this.problems = problems;
  }

  /** The identifying fields that a patch may change. */
  private record Allowed(boolean name, boolean kind) {}

  /** Applies {@code patchesStrategicMerge}: paths, or patches inline. */
  List<Resource> strategic(List<Resource> resources, List<Tree> patches) {
    List<Resource> now = resources;
    for (Tree item : patches) {
      if (item instanceof Tree.Leaf leaf) {
        for (Tree patch : isFile(leaf) ? file(leaf) : inside(leaf)) {
          now = strategic(now, patch, Optional.empty(), new Allowed(false, false));
        }
      } else {
        problem(item.span(), "a strategic merge patch must be a path or a text");
      }
    }
    return now;
  }

  /**
   * Applies {@code patches} or {@code patchesJson6902}.
   *
   * @param remembering whether an object can also be found by its name before a JSON patch
   */
  List<Resource> any(List<Resource> resources, List<Tree> patches, boolean remembering) {
    List<Resource> now = resources;
    for (Tree item : patches) {
      if (item instanceof Tree.Mapping entry) {
        now = any(now, entry, remembering);
      } else {
        problem(item.span(), "a patch must be a mapping with `path` or `patch`");
      }
    }
    return now;
  }

  private List<Resource> any(List<Resource> resources, Tree.Mapping entry, boolean remembering) {
    Optional<Tree.Mapping> target = entry.mapping("target");
    List<Tree> documents;
    if (entry.value("path").orElse(entry) instanceof Tree.Leaf path) {
      documents = file(path);
    } else if (entry.value("patch").orElse(entry) instanceof Tree.Leaf text) {
      documents = inside(text);
    } else {
      problem(entry.span(), "a patch needs a `path` or a `patch`");
      return resources;
    }
    if (!documents.isEmpty() && documents.getFirst() instanceof Tree.Listing operations) {
      if (target.isEmpty()) {
        problem(entry.span(), "a JSON patch needs a `target`");
        return resources;
      }
      return json(resources, operations, target.get(), remembering);
    }
    if (target.isPresent() && documents.size() > 1) {
      problem(entry.span(), "a text with several patches cannot have a `target`");
      return resources;
    }
    Tree.Mapping options = entry.mapping("options").orElse(entry);
    Allowed allowed =
        new Allowed(isTrue(options, "allowNameChange"), isTrue(options, "allowKindChange"));
    List<Resource> now = resources;
    for (Tree patch : documents) {
      now = strategic(now, patch, target, allowed);
    }
    return now;
  }

  private static boolean isTrue(Tree.Mapping options, String name) {
    return options.value(name).orElse(options) instanceof Tree.Leaf leaf && leaf.isTrue();
  }

  private List<Resource> strategic(
      List<Resource> resources, Tree tree, Optional<Tree.Mapping> target, Allowed allowed) {
    Deadline.check();
    if (!(tree instanceof Tree.Mapping patch)) {
      if (!Tree.isNull(tree)) {
        problem(tree.span(), "a strategic merge patch must be a part of an object");
      }
      return resources;
    }
    List<Integer> positions =
        target.isPresent() ? selected(resources, target.get()) : named(resources, patch);
    List<Resource> now = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      if (positions.contains(i)) {
        merged(resources.get(i), patch, allowed).ifPresent(now::add);
      } else {
        now.add(resources.get(i));
      }
    }
    return now;
  }

  private List<Integer> named(List<Resource> resources, Tree.Mapping patch) {
    ResourceId wanted = ResourceId.of(patch);
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i).isOrWas(wanted)) {
        positions.add(i);
      }
    }
    if (positions.size() == 1) {
      return positions;
    }
    if (!positions.isEmpty()) {
      problem(firstLine(patch), "several objects match this patch: " + wanted);
    } else if (!GENERATED.contains(wanted.kind())) {
      Diagnostic problem =
          Diagnostic.error(
              Code.ZC0650, firstLine(patch), "there is no " + wanted + " for this patch");
      problems.add(
          resources.stream()
              .filter(each -> each.id().name().equals(wanted.name()))
              .filter(each -> each.id().kind().equals(wanted.kind()))
              .findFirst()
              .map(
                  each -> problem.note(each.id() + " is another: " + difference(each.id(), wanted)))
              .orElse(problem));
    }
    return List.of();
  }

  private static String difference(ResourceId one, ResourceId other) {
    return one.effectiveNamespace().equals(other.effectiveNamespace())
        ? "its API version is `"
            + (one.group().isEmpty() ? "" : one.group() + "/")
            + one.version()
            + "`"
        : "its namespace is `" + one.effectiveNamespace() + "`";
  }

  private static Span firstLine(Tree.Mapping patch) {
    return patch.fields().values().stream().findFirst().map(Tree.Field::key).orElse(patch.span());
  }

  private List<Integer> selected(List<Resource> resources, Tree.Mapping target) {
    return switch (PatchTarget.select(resources, target)) {
      case PatchTarget.Selection.Selected(var positions) -> positions;
      case PatchTarget.Selection.Malformed(Span span, String message) -> {
        problem(span, message);
        yield List.of();
      }
    };
  }

  private static Optional<Resource> merged(Resource resource, Tree.Mapping patch, Allowed allowed) {
    Resource before = allowed.name() || allowed.kind() ? resource.remembered() : resource;
    return StrategicMerge.merge(resource.tree(), patch)
        .filter(tree -> !tree.fields().isEmpty())
        .map(tree -> before.with(kept(resource.tree(), tree, allowed)));
  }

  /** Restores the identifying fields of a patched object, unless the patch may change them. */
  private static Tree.Mapping kept(Tree.Mapping before, Tree.Mapping after, Allowed allowed) {
    Tree.Mapping versioned = keeping(before, after, "apiVersion");
    Tree.Mapping kept = allowed.kind() ? versioned : keeping(before, versioned, "kind");
    Optional<Tree.Mapping> old = before.mapping("metadata");
    Optional<Tree.Mapping> metadata = kept.mapping("metadata");
    if (old.isEmpty() || metadata.isEmpty()) {
      return kept;
    }
    Tree.Mapping named =
        allowed.name() ? metadata.get() : keeping(old.get(), metadata.get(), "name");
    return kept.with("metadata", keeping(old.get(), named, "namespace"));
  }

  private static Tree.Mapping keeping(Tree.Mapping before, Tree.Mapping after, String field) {
    return Optional.ofNullable(before.fields().get(field))
        .map(old -> after.with(field, old))
        .orElseGet(() -> after.without(field));
  }

  private List<Resource> json(
      List<Resource> resources, Tree.Listing operations, Tree.Mapping target, boolean remembering) {
    List<Resource> now = new ArrayList<>(resources);
    for (int position : selected(resources, target)) {
      Deadline.check();
      Resource resource = resources.get(position);
      switch (JsonPatch.apply(resource.tree(), operations.items())) {
        case JsonPatch.Outcome.Patched(Tree tree) -> {
          if (tree instanceof Tree.Mapping object) {
            Resource before = remembering ? resource.remembered() : resource;
            now.set(position, before.with(SharedLeaves.apart(object)));
          } else {
            problem(operations.span(), "the patch leaves no object");
          }
        }
        case JsonPatch.Outcome.Unfit(Span span, String message) ->
            problem(span, message + ": " + resource.id());
      }
    }
    return now;
  }

  private boolean isFile(Tree.Leaf leaf) {
    return !leaf.written().contains("\n")
        && path(leaf).map(files::at).orElse(new ProjectFiles.Entry.Missing())
            instanceof ProjectFiles.Entry.File;
  }

  private List<Tree> file(Tree.Leaf leaf) {
    if (path(leaf).map(files::at).orElse(new ProjectFiles.Entry.Missing())
        instanceof ProjectFiles.Entry.File(SourceText text)) {
      ParsedTexts parsed = ParsedTexts.whole(text);
      problems.addAll(parsed.unreadable());
      return parsed.documents().stream().map(TreeDocuments::tree).toList();
    }
    problem(leaf.span(), "there is no file `" + leaf.written() + "` beside this kustomization");
    return List.of();
  }

  private List<Tree> inside(Tree.Leaf leaf) {
    List<Tree> trees = PatchText.inside(leaf);
    if (trees.isEmpty()) {
      problem(leaf.span(), "this is neither a patch nor a file");
    }
    return trees;
  }

  private Optional<Path> path(Tree.Leaf leaf) {
    try {
      return Optional.of(kustomization.folder().resolve(leaf.asText()).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void problem(Span span, String message) {
    problems.add(Diagnostic.error(Code.ZC0650, span, message));
  }
}
