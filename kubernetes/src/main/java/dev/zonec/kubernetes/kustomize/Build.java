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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the objects of a kustomization and of everything that it includes. */
final class Build {
  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final ProjectFiles files;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<Path> bases = new LinkedHashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();

  /**
   * The number of components that are being built. Several kustomizations can include the same
   * component.
   */
  private int components;

  private Build(ProjectFiles files) {
    this.files = files;
  }

  /**
   * The result of a build.
   *
   * @param objects the objects
   * @param problems what could not be built
   * @param bases the kustomizations and files that the build included
   */
  record Built(List<Tree.Mapping> objects, List<Diagnostic> problems, Set<Path> bases) {
    Built {
      objects = List.copyOf(objects);
      problems = List.copyOf(problems);
      bases = Set.copyOf(bases);
    }
  }

  /** Builds {@code root}. */
  static Built of(Kustomization root, ProjectFiles files) {
    Build build = new Build(files);
    List<Resource> resources = NameReferences.follow(build.gather(root, List.of()));
    return new Built(
        resources.stream().map(Resource::tree).filter(tree -> !isLocal(tree)).toList(),
        build.problems,
        build.bases);
  }

  private static boolean isLocal(Tree.Mapping object) {
    return object
        .mapping("metadata")
        .flatMap(metadata -> metadata.mapping("annotations"))
        .flatMap(annotations -> annotations.text(LOCAL))
        .filter(value -> !value.equals("false"))
        .isPresent();
  }

  private List<Resource> gather(Kustomization kustomization, List<Resource> around) {
    Deadline.check();
    if (open.contains(kustomization.folder())) {
      problem(kustomization.tree().span(), "this kustomization includes itself");
      return around;
    }
    open.push(kustomization.folder());
    if (kustomization.isEmpty()) {
      problem(kustomization.tree().span(), "this kustomization is empty");
    }
    problems.addAll(kustomization.limits());
    List<Resource> all = new ArrayList<>(around);
    for (String field : List.of("resources", "bases")) {
      for (Tree item : kustomization.tree().items(field)) {
        addAll(all, resource(kustomization, item));
      }
    }
    List<Resource> now = all;
    for (Tree item : kustomization.tree().items("components")) {
      now = component(kustomization, item, now);
    }
    open.pop();
    Transforming transforming = new Transforming(kustomization, files);
    List<Resource> transformed = transforming.of(now);
    problems.addAll(transforming.problems());
    return transformed;
  }

  private void addAll(List<Resource> all, List<Resource> more) {
    Map<ResourceId, Resource> known = new HashMap<>();
    all.forEach(each -> known.put(each.id().withNamespace(), each));
    for (Resource each : more) {
      @Nullable Resource same = known.putIfAbsent(each.id().withNamespace(), each);
      if (same == null) {
        all.add(each);
      } else {
        problems.add(
            Diagnostic.error(
                    Code.ZC0650,
                    firstField(each.tree()),
                    each.id() + " is already in this kustomization")
                .also(firstField(same.tree()), "the first one"));
      }
    }
  }

  private List<Resource> resource(Kustomization kustomization, Tree item) {
    if (!(item instanceof Tree.Leaf leaf)) {
      problem(item.span(), "a resource must be a path");
      return List.of();
    }
    Optional<Path> path = path(kustomization, leaf);
    return switch (path.map(files::at).orElse(new ProjectFiles.Entry.Missing())) {
      case ProjectFiles.Entry.File(SourceText text) -> {
        base(path.orElseThrow());
        yield objects(text);
      }
      case ProjectFiles.Entry.Folder() -> {
        base(path.orElseThrow());
        yield included(path.orElseThrow(), leaf, List.of(), false);
      }
      case ProjectFiles.Entry.Missing() -> {
        missing(kustomization, leaf);
        yield List.of();
      }
    };
  }

  private void base(Path path) {
    if (components == 0) {
      bases.add(path);
    }
  }

  private List<Resource> component(Kustomization kustomization, Tree item, List<Resource> around) {
    if (item instanceof Tree.Leaf leaf) {
      Optional<Path> path = path(kustomization, leaf);
      if (path.map(files::at).orElse(new ProjectFiles.Entry.Missing())
          instanceof ProjectFiles.Entry.Folder) {
        components++;
        List<Resource> all = included(path.orElseThrow(), leaf, around, true);
        components--;
        return all;
      }
      missing(kustomization, leaf);
    }
    return around;
  }

  private List<Resource> included(
      Path folder, Tree.Leaf place, List<Resource> around, boolean component) {
    List<SourceText> found = new ArrayList<>();
    for (String name : Kustomization.NAMES) {
      if (files.at(folder.resolve(name)) instanceof ProjectFiles.Entry.File(SourceText text)) {
        found.add(text);
      }
    }
    if (found.size() != 1) {
      problem(
          place.span(),
          found.isEmpty()
              ? "there is no kustomization.yaml in `" + files.name(folder) + "`"
              : "there are several kustomizations in `" + files.name(folder) + "`");
      return around;
    }
    return switch (Kustomization.read(folder, found.getFirst())) {
      case Kustomization.Outcome.Unreadable(var unreadable) -> {
        problems.addAll(unreadable);
        yield around;
      }
      case Kustomization.Outcome.Read(Kustomization inner) -> {
        if (inner.isComponent() != component) {
          problem(
              place.span(),
              component
                  ? "`" + place.written() + "` is not a component: list it under `resources`"
                  : "`" + place.written() + "` is a component: list it under `components`");
          yield around;
        }
        yield gather(inner, around);
      }
    };
  }

  private void missing(Kustomization kustomization, Tree.Leaf leaf) {
    String written = leaf.written();
    if (written.contains("://")
        || written.contains("?ref=")
        || written.startsWith("git@")
        || written.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+/.*/.*")) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0651, leaf.span(), "zonec does not download bases: `" + written + "`")
              .help(kustomization.command("")));
    } else {
      problem(leaf.span(), "there is no `" + written + "` beside this kustomization");
    }
  }

  private static Optional<Path> path(Kustomization kustomization, Tree.Leaf leaf) {
    try {
      return Optional.of(kustomization.folder().resolve(leaf.asText()).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private List<Resource> objects(SourceText text) {
    ParsedTexts parsed = ParsedTexts.whole(text);
    problems.addAll(parsed.unreadable());
    List<Resource> objects = new ArrayList<>();
    parsed.documents().forEach(document -> addObjects(TreeDocuments.tree(document), objects));
    return objects;
  }

  private void addObjects(Tree tree, List<Resource> objects) {
    if (!(tree instanceof Tree.Mapping object)) {
      if (!Tree.isNull(tree)) {
        problem(tree.span(), "kustomize only accepts Kubernetes objects");
      }
      return;
    }
    Optional<String> kind = object.text("kind");
    if (kind.filter(name -> name.endsWith("List")).isPresent()
        && object.value("items").isPresent()) {
      object.items("items").forEach(item -> addObjects(item, objects));
      return;
    }
    Map<String, Tree.Field> metadata =
        object.mapping("metadata").map(Tree.Mapping::fields).orElse(Map.of());
    if (kind.isEmpty() || !(metadata.containsKey("name") || metadata.containsKey("generateName"))) {
      problem(firstField(object), "kustomize needs an object's `kind` and `metadata.name`");
      return;
    }
    objects.add(Resource.of(object));
  }

  private static Span firstField(Tree.Mapping object) {
    return object.fields().values().stream().findFirst().map(Tree.Field::key).orElse(object.span());
  }

  private void problem(Span span, String message) {
    problems.add(Diagnostic.error(Code.ZC0650, span, message));
  }
}
