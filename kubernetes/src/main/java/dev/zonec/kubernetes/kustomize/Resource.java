package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object during a build.
 *
 * @param tree the current object
 * @param previous its previous identities, oldest first
 * @param prefixes the prefixes that its name was given, oldest first
 * @param suffixes the suffixes that its name was given, oldest first
 */
record Resource(
    Tree.Mapping tree, List<ResourceId> previous, List<String> prefixes, List<String> suffixes) {
  Resource {
    previous = List.copyOf(previous);
    prefixes = List.copyOf(prefixes);
    suffixes = List.copyOf(suffixes);
  }

  static Resource of(Tree.Mapping tree) {
    return new Resource(tree, List.of(), List.of(), List.of());
  }

  ResourceId id() {
    return ResourceId.of(tree);
  }

  ResourceId original() {
    return previous.isEmpty() ? id() : previous.getFirst();
  }

  /** Whether {@code wanted} is its current identity or a previous one. */
  boolean isOrWas(ResourceId wanted) {
    return Stream.concat(previous.stream(), Stream.of(id())).anyMatch(wanted::matches);
  }

  Resource with(Tree.Mapping changed) {
    return new Resource(changed, previous, prefixes, suffixes);
  }

  /** Returns a copy that remembers its current identity. */
  Resource remembered() {
    List<ResourceId> more = new ArrayList<>(previous);
    more.add(id().withNamespace());
    return new Resource(tree, more, prefixes, suffixes);
  }

  Resource prefixed(String prefix) {
    List<String> more = new ArrayList<>(prefixes);
    more.add(prefix);
    return new Resource(tree, previous, more, suffixes);
  }

  Resource suffixed(String suffix) {
    List<String> more = new ArrayList<>(suffixes);
    more.add(suffix);
    return new Resource(tree, previous, prefixes, more);
  }

  /** Returns a copy with another {@code field} of its metadata. */
  Resource withMetadata(String field, Tree value) {
    Tree.Mapping metadata =
        tree.mapping("metadata").orElse(new Tree.Mapping(java.util.Map.of(), value.span()));
    return with(tree.with("metadata", metadata.with(field, value)));
  }
}
