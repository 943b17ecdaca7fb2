package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.kubernetes.manifest.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several kustomizations that build one base are several environments, and rarely one cluster.
 * Where they give the same objects different fields, only the first is read and the others are a
 * gap; where they keep apart, all are read, with a warning.
 */
final class Environments {
  private static final int MOST_NAMED = 4;

  private record Root(Kustomization kustomization, Build.Built built) {}

  private final List<Root> roots = new ArrayList<>();
  private final List<Root> kept = new ArrayList<>();

  void add(Kustomization kustomization, Build.Built built) {
    roots.add(new Root(kustomization, built));
  }

  /** Reports what builds lack and which are left out. */
  void tell(List<Diagnostic> unreadable, List<Diagnostic> warnings) {
    for (List<Root> group : groups()) {
      boolean several = group.size() > 1;
      Optional<Diagnostic> clash = several ? clash(group) : Optional.empty();
      Optional<Root> around = several ? around(group) : Optional.empty();
      if (clash.isPresent() && around.isPresent()) {
        warnings.add(below(around.get(), group));
        kept.add(around.get());
      } else if (clash.isPresent()) {
        unreadable.add(clash.get());
        kept.add(group.getFirst());
      } else {
        if (several) {
          warnings.add(together(group));
        }
        kept.addAll(group);
      }
    }
    kept.forEach(each -> unreadable.addAll(each.built().problems()));
  }

  /** The objects of the builds that are read; an equal one of two builds once. */
  List<Tree.Mapping> objects() {
    List<Tree.Mapping> objects = new ArrayList<>();
    Map<Id, Tree.Mapping> known = new HashMap<>();
    for (Root root : kept) {
      for (Tree.Mapping object : root.built().objects()) {
        Tree.@Nullable Mapping same = known.putIfAbsent(Id.of(object).withNamespace(), object);
        if (same == null || !Tree.same(same, object)) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /** Roots that have bases in common, directly or by way of others. */
  private static final class Group {
    private final List<Root> roots = new ArrayList<>();
  }

  /** The roots, those together that have a base in common. */
  private List<List<Root>> groups() {
    Set<Group> groups = new LinkedHashSet<>();
    Map<Path, Group> byBase = new HashMap<>();
    for (Root root : roots) {
      Group group = new Group();
      group.roots.add(root);
      for (Path base : root.built().bases()) {
        @Nullable Group other = byBase.get(base);
        if (other != null && !other.equals(group)) {
          other.roots.addAll(group.roots);
          groups.remove(group);
          group = other;
        }
      }
      for (Root member : group.roots) {
        for (Path base : member.built().bases()) {
          byBase.put(base, group);
        }
      }
      groups.add(group);
    }
    return groups.stream().map(group -> group.roots).toList();
  }

  private static Optional<Diagnostic> clash(List<Root> group) {
    Map<Id, Tree.Mapping> known = new LinkedHashMap<>();
    for (Root root : group) {
      for (Tree.Mapping object : root.built().objects()) {
        Tree.@Nullable Mapping other = known.putIfAbsent(Id.of(object).withNamespace(), object);
        if (other != null && !Tree.same(other, object)) {
          return Optional.of(clash(group, Id.of(object)));
        }
      }
    }
    return Optional.empty();
  }

  /** The one whose folder holds all the others: kustomize builds it where the folder is named. */
  private static Optional<Root> around(List<Root> group) {
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

  private static Diagnostic below(Root around, List<Root> group) {
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

  private static Diagnostic clash(List<Root> group, Id object) {
    return Diagnostic.errorIn(
            Code.ZC0652,
            listed(group),
            group.size()
                + " kustomizations use the same base and define "
                + object
                + " differently")
        .note(
            "zonec takes them for separate environments and reads only " + folder(group.getFirst()))
        .help("to read another one, name it: -m " + folder(group.getLast()));
  }

  private static Diagnostic together(List<Root> group) {
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
    List<String> names = group.stream().map(Environments::folder).toList();
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }

  private static String folder(Root root) {
    String name = root.kustomization().text().name();
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "." : name.substring(0, slash);
  }
}
