package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Updates references to Services whose names were changed by a prefix or suffix
 * (api/filters/nameref). References to kinds that do not affect connections are not updated.
 */
final class NameReferences {
  private final List<Resource> resources;

  private NameReferences(List<Resource> resources) {
    this.resources = resources;
  }

  /** Returns {@code resources} with updated references. */
  static List<Resource> follow(List<Resource> resources) {
    NameReferences references = new NameReferences(resources);
    return resources.stream().map(references::followed).toList();
  }

  private Resource followed(Resource referrer) {
    Tree.Mapping tree = referrer.tree();
    for (FieldSpec field : BuiltinFields.SERVICE_NAMES) {
      tree = field.apply(tree, tree, value -> renamed(value, referrer));
    }
    return referrer.with(tree);
  }

  private Tree renamed(Tree value, Resource referrer) {
    if (!(value instanceof Tree.Leaf name)) {
      return value;
    }
    return service(name.asText(), referrer)
        .filter(service -> !service.id().name().equals(name.asText()))
        .map(service -> (Tree) Tree.Leaf.ofText(service.id().name(), name.span()))
        .orElse(value);
  }

  private Optional<Resource> service(String name, Resource referrer) {
    List<Resource> candidates = new ArrayList<>();
    for (Resource each : resources) {
      boolean called = each.previous().stream().anyMatch(id -> id.name().equals(name));
      boolean service =
          each.previous().stream()
              .anyMatch(id -> id.kind().equals("Service") && id.version().equals("v1"));
      if (called
          && service
          && each.id().effectiveNamespace().equals(referrer.id().effectiveNamespace())) {
        candidates.add(each);
      }
    }
    if (candidates.size() > 1) {
      candidates.removeIf(each -> !alike(each, referrer, true));
    }
    if (candidates.size() > 1) {
      candidates.removeIf(each -> !alike(each, referrer, false));
    }
    boolean one = candidates.stream().map(each -> each.id().name()).distinct().count() == 1;
    return one ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /**
   * Whether two objects were changed by the same kustomizations, as far as prefixes and suffixes
   * show.
   */
  private static boolean alike(Resource one, Resource other, boolean emptyIsAlike) {
    return endAlike(one.prefixes(), other.prefixes(), emptyIsAlike)
        && endAlike(one.suffixes(), other.suffixes(), emptyIsAlike);
  }

  private static boolean endAlike(List<String> one, List<String> other, boolean emptyIsAlike) {
    if (one.isEmpty() || other.isEmpty()) {
      return emptyIsAlike || one.size() == other.size();
    }
    int common = Math.min(one.size(), other.size());
    return one.subList(one.size() - common, one.size())
        .equals(other.subList(other.size() - common, other.size()));
  }
}
