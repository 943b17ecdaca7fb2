package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Applies the transformations of a kustomization to its objects, in kustomize's order. */
final class Transforming {
  /** Kinds whose names do not get a prefix and suffix. */
  private static final List<FieldSpec> KEEP_NAMES =
      List.of(
          FieldSpec.of("", "", "CustomResourceDefinition", "", false),
          FieldSpec.of("apiregistration.k8s.io", "", "APIService", "", false),
          FieldSpec.of("", "", "Namespace", "", false));

  private final Kustomization kustomization;
  private final ProjectFiles files;
  private final List<Diagnostic> problems = new ArrayList<>();

  Transforming(Kustomization kustomization, ProjectFiles files) {
    this.kustomization = kustomization;
    this.files = files;
  }

  /** Returns the problems so far. */
  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** Transforms {@code resources}. */
  List<Resource> of(List<Resource> resources) {
    Tree.Mapping entry = kustomization.tree();
    Patching patching = new Patching(kustomization, files, problems);
    List<Resource> now = patching.strategic(resources, entry.items("patchesStrategicMerge"));
    now = patching.any(now, entry.items("patches"), true);
    now = named(now, "namespace", Transforming::inNamespace);
    reportSame(now);
    now = named(now, "namePrefix", Transforming::prefixed);
    now = named(now, "nameSuffix", Transforming::suffixed);
    for (Tree item : entry.items("labels")) {
      if (item instanceof Tree.Mapping label) {
        now = labelled(now, label.mapping("pairs"), fields(label));
      }
    }
    now = labelled(now, entry.mapping("commonLabels"), BuiltinFields.COMMON_LABELS);
    now = labelled(now, entry.mapping("commonAnnotations"), BuiltinFields.ANNOTATIONS);
    now = patching.any(now, entry.items("patchesJson6902"), false);
    for (Tree item : entry.items("replicas")) {
      now = replicas(now, item);
    }
    return now;
  }

  private List<Resource> named(
      List<Resource> resources, String field, BiFunction<Resource, Tree.Leaf, Resource> change) {
    Optional<Tree> said = kustomization.tree().value(field).filter(value -> !Tree.isNull(value));
    if (said.isEmpty()) {
      return resources;
    }
    if (!(said.get() instanceof Tree.Leaf leaf) || leaf.text().isEmpty()) {
      problem(said.get(), "`" + field + "` must be a string");
      return resources;
    }
    return leaf.written().isEmpty()
        ? resources
        : resources.stream().map(resource -> change.apply(resource, leaf)).toList();
  }

  private static Resource inNamespace(Resource resource, Tree.Leaf value) {
    Tree.Leaf namespace = Tree.Leaf.ofText(value.asText(), value.span());
    ResourceId id = resource.id();
    Resource remembered = resource.remembered();
    if (id.kind().equals("Namespace") && id.group().isEmpty()) {
      return remembered.withMetadata("name", namespace);
    }
    return id.keepsOutOfNamespaces() ? remembered : remembered.withMetadata("namespace", namespace);
  }

  private void reportSame(List<Resource> resources) {
    Set<ResourceId> known = new HashSet<>();
    for (Resource each : resources) {
      if (!known.add(each.id().withNamespace())) {
        problem(
            kustomization.tree().value("namespace").orElse(kustomization.tree()),
            "in this namespace " + each.id() + " occurs twice");
      }
    }
  }

  private static Resource prefixed(Resource resource, Tree.Leaf prefix) {
    return keepsName(resource)
        ? resource
        : renamed(resource.prefixed(prefix.asText()), prefix.asText(), "");
  }

  private static Resource suffixed(Resource resource, Tree.Leaf suffix) {
    return keepsName(resource)
        ? resource
        : renamed(resource.suffixed(suffix.asText()), "", suffix.asText());
  }

  private static boolean keepsName(Resource resource) {
    return KEEP_NAMES.stream().anyMatch(each -> each.selects(resource.original()));
  }

  private static Resource renamed(Resource resource, String prefix, String suffix) {
    Tree place =
        resource
            .tree()
            .mapping("metadata")
            .flatMap(metadata -> metadata.value("name"))
            .orElse(resource.tree());
    return resource
        .remembered()
        .withMetadata(
            "name", Tree.Leaf.ofText(prefix + resource.id().name() + suffix, place.span()));
  }

  private static List<FieldSpec> fields(Tree.Mapping label) {
    List<FieldSpec> fields = new ArrayList<>();
    for (Tree item : label.items("fields")) {
      if (item instanceof Tree.Mapping field) {
        String path = field.text("path").orElse("");
        fields.add(
            new FieldSpec(
                field.text("group").orElse(""),
                field.text("version").orElse(""),
                field.text("kind").orElse(""),
                List.of(path.split("(?<!\\\\)/", -1)).stream()
                    .map(step -> step.replace("\\/", "/"))
                    .toList(),
                isTrue(field, "create")));
      }
    }
    if (isTrue(label, "includeSelectors")) {
      fields.addAll(BuiltinFields.COMMON_LABELS);
    } else {
      fields.addAll(
          isTrue(label, "includeTemplates")
              ? BuiltinFields.TEMPLATE_LABELS
              : List.of(BuiltinFields.METADATA_LABELS));
    }
    return fields;
  }

  private static boolean isTrue(Tree.Mapping mapping, String field) {
    return mapping.value(field).orElse(mapping) instanceof Tree.Leaf leaf && leaf.isTrue();
  }

  private List<Resource> labelled(
      List<Resource> resources, Optional<Tree.Mapping> pairs, List<FieldSpec> fields) {
    if (pairs.isEmpty()) {
      return resources;
    }
    for (Tree.Field pair : pairs.get().fields().values()) {
      if (!(pair.value() instanceof Tree.Leaf value) || value.text().isEmpty()) {
        problem(pair.value(), "a label's value must be a string");
        return resources;
      }
    }
    return resources.stream()
        .map(each -> each.with(labelled(each.tree(), pairs.get(), fields)))
        .toList();
  }

  private static Tree.Mapping labelled(
      Tree.Mapping object, Tree.Mapping pairs, List<FieldSpec> fields) {
    Tree.Mapping changed = object;
    for (var pair : new TreeMap<>(pairs.fields()).entrySet()) {
      Tree value = pair.getValue().value();
      if (value instanceof Tree.Leaf leaf) {
        Tree.Field label =
            new Tree.Field(pair.getValue().key(), Tree.Leaf.ofText(leaf.asText(), leaf.span()));
        for (FieldSpec field : fields) {
          changed = labelled(changed, pair.getKey(), label, field);
        }
      }
    }
    return changed;
  }

  private static Tree.Mapping labelled(
      Tree.Mapping object, String key, Tree.Field label, FieldSpec field) {
    IdentityHashMap<Tree, Tree> instead = new IdentityHashMap<>();
    Tree.Mapping changed =
        field.apply(
            object,
            new Tree.Mapping(Map.of(), label.value().span()),
            value -> {
              if (!(value instanceof Tree.Mapping labels)) {
                return value;
              }
              Tree.@Nullable Field before = labels.fields().get(key);
              if (before == null || !(label.value() instanceof Tree.Leaf leaf)) {
                return labels.with(key, label);
              }
              // Existing labels keep their leaves, which are not shared with new ones.
              Tree.Leaf own = leaf.at(leaf.span());
              instead.put(before.value(), own);
              return labels.with(key, new Tree.Field(label.key(), own));
            });
    return SharedLeaves.replaced(changed, instead);
  }

  private List<Resource> replicas(List<Resource> resources, Tree item) {
    if (!(item instanceof Tree.Mapping entry)
        || !(entry.value("count").orElse(entry) instanceof Tree.Leaf count)) {
      problem(item, "an item of `replicas` needs a `name` and a `count`");
      return resources;
    }
    String name = entry.text("name").orElse("");
    List<Resource> changed = new ArrayList<>();
    boolean found = false;
    for (Resource resource : resources) {
      boolean called =
          resource.id().name().equals(name)
              || resource.previous().stream().anyMatch(id -> id.name().equals(name));
      boolean counted =
          called && BuiltinFields.REPLICAS.stream().anyMatch(each -> each.selects(resource.id()));
      found |= counted;
      changed.add(counted ? resource.with(counted(resource.tree(), count)) : resource);
    }
    if (!found) {
      problem(item, "no workload with replicas is called `" + name + "`");
    }
    return changed;
  }

  private static Tree.Mapping counted(Tree.Mapping object, Tree.Leaf count) {
    Tree.Mapping changed = object;
    for (FieldSpec field : BuiltinFields.REPLICAS) {
      changed = field.apply(changed, count, before -> count);
    }
    return changed;
  }

  private void problem(Tree place, String message) {
    problems.add(Diagnostic.error(Code.ZC0650, place.span(), message));
  }
}
