package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.manifest.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides between several kustomizations that build the same base. They are usually environments of
 * separate clusters. If they define an object differently, zonec reads only the one that includes
 * the most bases, and the others are a gap. If they do not, zonec reads all of them, with a
 * warning.
 */
final class Environments {
  private static final int MOST_NAMED = 4;

  private record Root(Kustomization kustomization, Build.Built built) {}

  private final List<Root> roots = new ArrayList<>();
  private final List<Root> kept = new ArrayList<>();

  void add(Kustomization kustomization, Build.Built built) {
    roots.add(new Root(kustomization, built));
  }

  /** Reports problems of builds, and builds that are left out. */
  void report(List<Diagnostic> unreadable, List<Diagnostic> warnings) {
    for (List<Root> group : groups()) {
      boolean several = group.size() > 1;
      Optional<Diagnostic> clash = several ? clash(group) : Optional.empty();
      Optional<Root> around = several ? outermost(group) : Optional.empty();
      if (clash.isPresent() && around.isPresent()) {
        warnings.add(skippedBelow(around.get(), group));
        kept.add(around.get());
      } else if (clash.isPresent()) {
        unreadable.add(clash.get());
        kept.add(widest(group));
      } else {
        if (several) {
          warnings.add(readTogether(group));
        }
        kept.addAll(group);
      }
    }
    kept.forEach(each -> unreadable.addAll(each.built().problems()));
  }

  /** Returns the objects of the builds that are read, without equal duplicates. */
  List<Tree.Mapping> objects() {
    List<Tree.Mapping> objects = new ArrayList<>();
    Map<ResourceId, Tree.Mapping> known = new HashMap<>();
    for (Root root : kept) {
      for (Tree.Mapping object : root.built().objects()) {
        Tree.@Nullable Mapping same =
            known.putIfAbsent(ResourceId.of(object).withNamespace(), object);
        if (same == null || !Tree.same(same, object)) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /**
   * Groups the roots, in their order: two roots are in one group if they have a base in common,
   * directly or through other roots.
   *
   * <p>The first root with a base stands for it. {@code union} joins each root with the roots that
   * stand for its bases, so that afterwards the roots of a group, and no others, have one
   * representative.
   */
  private List<List<Root>> groups() {
    int[] parent = IntStream.range(0, roots.size()).toArray();
    Map<Path, Integer> byBase = new HashMap<>();
    for (int root = 0; root < roots.size(); root++) {
      for (Path base : roots.get(root).built().bases()) {
        @Nullable Integer first = byBase.putIfAbsent(base, root);
        if (first != null) {
          union(parent, first, root);
        }
      }
    }
    Map<Integer, List<Root>> groups = new LinkedHashMap<>();
    for (int root = 0; root < roots.size(); root++) {
      groups
          .computeIfAbsent(representative(parent, root), key -> new ArrayList<>())
          .add(roots.get(root));
    }
    return List.copyOf(groups.values());
  }

  private static void union(int[] parent, int a, int b) {
    parent[representative(parent, b)] = representative(parent, a);
  }

  private static int representative(int[] parent, int root) {
    int at = root;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The root that takes in the most bases; the first of several such roots. */
  private static Root widest(List<Root> group) {
    Root widest = group.getFirst();
    for (Root each : group) {
      if (each.built().bases().size() > widest.built().bases().size()) {
        widest = each;
      }
    }
    return widest;
  }

  private static Optional<Diagnostic> clash(List<Root> group) {
    Map<ResourceId, Tree.Mapping> known = new LinkedHashMap<>();
    for (Root root : group) {
      for (Tree.Mapping object : root.built().objects()) {
        Tree.@Nullable Mapping other =
            known.putIfAbsent(ResourceId.of(object).withNamespace(), object);
        if (other != null && !Tree.same(other, object)) {
          return Optional.of(clash(group, ResourceId.of(object)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the build whose folder contains all others; kustomize would build it for this folder.
   */
  private static Optional<Root> outermost(List<Root> group) {
    return group.stream()
        .filter(
            root ->
                group.stream()
                    .allMatch(
                        other ->
                            other
                                .kustomization()
                                .folder()
                                .startsWith(root.kustomization().folder())))
        .findFirst();
  }

  private static Diagnostic skippedBelow(Root around, List<Root> group) {
    List<Root> others = new ArrayList<>(group);
    others.remove(around);
    return new Diagnostic(
            Severity.WARNING,
            Code.ZC0652,
            "zonec reads `" + folder(around) + "` and skips the overlays below it",
            new Place.InFile(listed(others)),
            "",
            List.of())
        .help("to read another one, name it: -m " + folder(others.getFirst()));
  }

  private static Diagnostic clash(List<Root> group, ResourceId object) {
    Root read = widest(group);
    Root other = group.getLast().equals(read) ? group.getFirst() : group.getLast();
    return Diagnostic.errorIn(
            Code.ZC0652,
            listed(group),
            group.size()
                + " kustomizations use the same base and define "
                + object
                + " differently")
        .note("zonec takes them for separate environments and reads only " + folder(read))
        .help("to read another one, name it: -m " + folder(other));
  }

  private static Diagnostic readTogether(List<Root> group) {
    return new Diagnostic(
            Severity.WARNING,
            Code.ZC0652,
            group.size() + " kustomizations use the same base, and zonec reads them as one cluster",
            new Place.InFile(listed(group)),
            "",
            List.of())
        .help(
            "if each belongs to a separate cluster, name one of them: -m "
                + folder(group.getFirst()));
  }

  private static String listed(List<Root> group) {
    return ShortList.of(group.stream().map(Environments::folder).toList(), MOST_NAMED);
  }

  private static String folder(Root root) {
    String name = root.kustomization().text().name();
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "." : name.substring(0, slash);
  }
}
