package dev.zonec.compiler.emit;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.PodSelection.Placement;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PodLines;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The namespaces into which the policies of each zone are written.
 *
 * @param byZone the namespaces by the name of the zone
 * @param known the namespaces whose labels are known
 * @param added for zones of patterns, the namespaces in addition to the known ones
 */
record PolicyNamespaces(
    Map<String, SortedSet<String>> byZone,
    List<Namespace> known,
    Map<String, SortedSet<String>> added) {
  /** Copies the collections. */
  PolicyNamespaces {
    byZone = Collections.unmodifiableMap(new TreeMap<>(byZone));
    known = List.copyOf(known);
    added = Collections.unmodifiableMap(new TreeMap<>(added));
  }

  /**
   * Finds the namespaces: those that zones name, and those of {@code catalog} that zones select by
   * labels. A zone without namespaces is reported.
   */
  static PolicyNamespaces of(
      LoweredProgram program,
      List<Namespace> catalog,
      List<SortedSet<String>> patterns,
      Problems problems) {
    Map<String, SortedSet<String>> added = new TreeMap<>();
    List<Pattern> all = program.program().patterns();
    for (int i = 0; i < all.size(); i++) {
      SortedSet<String> more = i < patterns.size() ? patterns.get(i) : new TreeSet<>();
      all.get(i).zones().forEach(zone -> added.put(zone.name(), more));
    }
    List<Namespace> known =
        catalog.stream()
            .filter(namespace -> namespace.declared() && LabelSyntax.isDnsLabel(namespace.name()))
            .toList();
    Map<String, SortedSet<String>> byZone = new TreeMap<>();
    for (ZoneSelection zone : program.zones()) {
      SortedSet<String> names = new TreeSet<>();
      boolean missing = false;
      SortedSet<String> more = added.get(zone.zone().name());
      if (more != null) {
        names.addAll(matching(zone.zone().pods(), known));
        names.addAll(more);
      } else if (zone.selection().placement() instanceof Placement.Within(var alternatives)) {
        for (NamespaceSet set : alternatives) {
          SortedSet<String> some = namesOf(set, known);
          missing |= some.isEmpty() && known.isEmpty();
          names.addAll(some);
        }
        missing |= names.isEmpty() && !alternatives.isEmpty();
        if (names.isEmpty()) {
          alternatives.forEach(set -> names.addAll(unknown(set, known)));
          if (!names.isEmpty()) {
            problems.add(assumed(zone, names));
            missing = false;
          }
        }
      }
      if (missing && !parentIsMissing(zone, byZone)) {
        problems.add(missing(zone, known.isEmpty()));
      }
      byZone.put(zone.zone().name(), names);
    }
    PolicyNamespaces namespaces = new PolicyNamespaces(byZone, known, added);
    all.forEach(pattern -> namespaces.checkPattern(pattern, problems));
    all.forEach(pattern -> namespaces.checkOverlaps(pattern, program, problems));
    program.parts().forEach(part -> namespaces.checkPart(part, problems));
    return namespaces;
  }

  /** Returns the namespaces of {@code zone}. */
  SortedSet<String> of(ZoneSelection zone) {
    return byZone.getOrDefault(zone.zone().name(), new TreeSet<>());
  }

  /** Returns the namespaces of one alternative of a part of {@code zone}. */
  SortedSet<String> ofTerm(String zone, PodSet.Term term) {
    SortedSet<String> names = namesOf(term.namespaces(), known);
    names.addAll(added.getOrDefault(zone, new TreeSet<>()));
    return names;
  }

  private static SortedSet<String> matching(PodSet pods, List<Namespace> known) {
    SortedSet<String> names = new TreeSet<>();
    pods.terms().forEach(term -> names.addAll(namesOf(term.namespaces(), known)));
    return names;
  }

  /** Warns about a zone that names a namespace which also belongs to the pattern. */
  private void checkOverlaps(Pattern pattern, LoweredProgram program, Problems problems) {
    Party.Zone whole = pattern.zones().getFirst();
    for (ZoneSelection zone : program.zones()) {
      SortedSet<String> both = new TreeSet<>(of(zone));
      both.retainAll(byZone.getOrDefault(whole.name(), new TreeSet<>()));
      if (!added.containsKey(zone.zone().name()) && !both.isEmpty()) {
        problems.add(
            Diagnostic.warning(
                    Code.ZC0210,
                    zone.zone().span(),
                    "the zones `" + whole.name() + "` and `" + zone.zone().name() + "` overlap")
                .labelled("its pods have the flows of both")
                .note(
                    "the namespace `"
                        + both.first()
                        + "` is declared with `"
                        + pattern.namespaces()
                        + "`, so `foreach` is about it too")
                .help("take the label off the namespace, or declare the zone inside"));
      }
    }
  }

  /** Reports a pattern without namespaces, because it would have no effect. */
  private void checkPattern(Pattern pattern, Problems problems) {
    String whole = pattern.zones().getFirst().name();
    if (!byZone.getOrDefault(whole, new TreeSet<>()).isEmpty()) {
      return;
    }
    Diagnostic problem =
        Diagnostic.warning(
            Code.ZC0233,
            pattern.span(),
            "`foreach` is compiled for no namespace: none is declared with `"
                + pattern.namespaces()
                + "`");
    problems.add(
        known.isEmpty()
            ? problem.help("pass the manifests that declare the namespaces: `-m k8s/`")
            : problem.help(
                "label a namespace, or pass the manifests that declare the others: `-m k8s/`"));
  }

  /**
   * Reports labels of namespaces that are unknown but decide which pods a part of a zone contains.
   */
  private void checkPart(LoweredProgram.Part part, Problems problems) {
    if (!(part.party() instanceof Party.Zone zone)) {
      return;
    }
    SortedSet<String> declared = new TreeSet<>();
    known.forEach(namespace -> declared.add(namespace.name()));
    for (PodSet.Term term : zone.pods().terms()) {
      if (term.namespaces() instanceof NamespaceSet.Named(var names, Selector labels)
          && !labels.selectsEverything()) {
        for (String name : names) {
          if (!declared.contains(name)) {
            problems.add(
                Diagnostic.error(
                        Code.ZC0402,
                        part.declaration().span(),
                        "the labels of namespace `" + name + "` are not known")
                    .labelled("`" + zone.name() + "` depends on its labels: `" + labels + "`")
                    .help("pass the manifests that declare the namespace: `-m k8s/`"));
            return;
          }
        }
      }
    }
  }

  /** Returns every namespace that a zone names. */
  SortedSet<String> governed() {
    SortedSet<String> all = new TreeSet<>();
    byZone.values().forEach(names -> all.addAll(names));
    return all;
  }

  private static SortedSet<String> namesOf(NamespaceSet set, List<Namespace> known) {
    if (set instanceof NamespaceSet.Named(var names, Selector labels)
        && labels.selectsEverything()) {
      return new TreeSet<>(names);
    }
    SortedSet<String> matching = new TreeSet<>();
    known.stream().filter(set::contains).forEach(namespace -> matching.add(namespace.name()));
    return matching;
  }

  /**
   * Returns namespaces that a zone names, requires labels of, and no manifest declares. They are
   * assumed to have the labels. If a policy then allows too much, the proof of the compiled
   * policies finds it.
   */
  private static SortedSet<String> unknown(NamespaceSet set, List<Namespace> known) {
    SortedSet<String> unknown = new TreeSet<>();
    if (set instanceof NamespaceSet.Named(var names, Selector labels)
        && !labels.selectsEverything()) {
      unknown.addAll(names);
      known.forEach(namespace -> unknown.remove(namespace.name()));
    }
    return unknown;
  }

  private static Diagnostic assumed(ZoneSelection zone, SortedSet<String> namespaces) {
    String listed = "`" + String.join("`, `", namespaces) + "`";
    boolean one = namespaces.size() == 1;
    return Diagnostic.warning(
            Code.ZC0705,
            labelsOf(zone),
            one
                ? "no manifest declares namespace " + listed + ", so its labels are not known"
                : "no manifest declares the namespaces "
                    + listed
                    + ", so their labels are not known")
        .labelled("the policies assume that " + (one ? "it has" : "they have") + " these labels")
        .help("pass the manifests that declare " + (one ? "it" : "them") + ": `-m k8s/`");
  }

  private static Span labelsOf(ZoneSelection zone) {
    return zone.declaration().pods().namespaces().stream()
        .filter(line -> line.namespaces() instanceof NamespaceSet.Selected)
        .map(PodLines.NamespaceLine::span)
        .findFirst()
        .orElse(zone.zone().span());
  }

  /** Whether an outer zone has no namespaces. Only the outer zone is reported. */
  private static boolean parentIsMissing(
      ZoneSelection zone, Map<String, SortedSet<String>> byZone) {
    return zone.declaration().nesting() instanceof Nesting.Inside(var parent)
        && zone.declaration().pods().namespaces().isEmpty()
        && byZone.containsKey(parent.name())
        && byZone.getOrDefault(parent.name(), new TreeSet<>()).isEmpty();
  }

  private static Diagnostic missing(ZoneSelection zone, boolean nothingKnown) {
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0402,
            labelsOf(zone),
            "no manifest declares a namespace of zone `" + zone.zone().name() + "`");
    Optional<List<String>> bare =
        zone.declaration().pods().namespaces().stream()
            .flatMap(PolicyNamespaces::bareKeys)
            .findFirst();
    if (bare.isPresent()) {
      String keys = String.join(", ", bare.get());
      boolean one = bare.get().size() == 1;
      return problem
          .labelled("this means namespaces with the label" + (one ? "" : "s") + " `" + keys + "`")
          .help(
              (one ? "for the namespace of that name" : "for the namespaces of these names")
                  + " write `namespace "
                  + keys
                  + "`");
    }
    return nothingKnown
        ? problem
            .labelled("policies are written into each namespace with these labels")
            .help("pass the manifests that declare them: `-m k8s/`")
        : problem
            .labelled("no declared namespace matches")
            .help(
                "pass the manifests that declare its namespaces with `-m`, or correct the labels");
  }

  /**
   * Returns the keys of a line that requires labels without values, which are usually meant as
   * names.
   */
  private static Stream<List<String>> bareKeys(PodLines.NamespaceLine line) {
    return switch (line.namespaces()) {
      case NamespaceSet.Named named -> Stream.of();
      case NamespaceSet.Selected(var labels) -> {
        List<String> keys =
            labels.requirements().stream()
                .filter(Requirement.Exists.class::isInstance)
                .map(Requirement::key)
                .toList();
        yield !keys.isEmpty() && keys.size() == labels.requirements().size()
            ? Stream.of(keys)
            : Stream.of();
      }
    };
  }
}
