package dev.zonec.verifier.deployed;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.HiddenPods;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.LabelSuggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the ends of questions at which no workload of the manifests is. Such an end is not an
 * error, because a question may be about pods to come, but its answer is "no connection" whatever
 * the policies say, so a misspelled namespace or label must not go unnoticed.
 *
 * @param program the program whose zones the ends may name
 * @param world the declared objects
 * @param hidden the objects that create pods which no manifest shows
 * @param coverage how much of a cluster was read
 */
public record EmptyEnds(
    ZoneProgram program, World world, List<HiddenPods> hidden, Coverage coverage) {
  /** Copies the list. */
  public EmptyEnds {
    hidden = List.copyOf(hidden);
  }

  /**
   * Returns a warning for each of {@code ends} that is a set of pods without a workload. There is
   * none if the manifests contain neither workloads nor namespaces.
   */
  public List<Diagnostic> warnings(List<Query.End> ends) {
    List<Diagnostic> warnings = new ArrayList<>();
    for (Query.End end : ends) {
      pods(end)
          .filter(this::isEmpty)
          .map(pods -> warning(end, pods))
          .filter(warning -> !warnings.contains(warning))
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Optional<PodSet> pods(Query.End end) {
    return switch (end) {
      case Query.End.OfPods(PodSet pods, var span) -> Optional.of(pods);
      case Query.End.OfParty(Party party, var span) ->
          party instanceof Party.Zone zone ? Optional.of(zone.pods()) : Optional.empty();
      // An unknown workload or Service is an error.
      case Query.End.OfWorkload workload -> Optional.empty();
      case Query.End.OfService service -> Optional.empty();
      case Query.End.Anywhere anywhere -> Optional.empty();
      case Query.End.Entrances entrances -> Optional.empty();
      case Query.End.OfAddresses addresses -> Optional.empty();
    };
  }

  private boolean isEmpty(PodSet pods) {
    if (world.workloads().stream().anyMatch(workload -> mayContain(pods, workload))) {
      return false;
    }
    return pods.terms().stream()
        .allMatch(
            term ->
                switch (term.namespaces()) {
                  case NamespaceSet.Named named -> showsAbsence(named);
                  case NamespaceSet.Selected selected -> !world.workloads().isEmpty();
                });
  }

  /** Whether what was read would show a workload in one of the namespaces, or lacks all of them. */
  private boolean showsAbsence(NamespaceSet.Named named) {
    return named.names().stream().allMatch(coverage::knows)
        && (!world.workloads().isEmpty()
            || (!namespaces().isEmpty() && named.names().stream().noneMatch(this::isKnown)));
  }

  private static boolean mayContain(PodSet pods, Workload workload) {
    return pods.terms().stream()
        .anyMatch(
            term ->
                ZoneNamespaces.mayContain(term.namespaces(), workload.pod().namespace())
                    && term.pods().matches(workload.pod().labels()));
  }

  private Diagnostic warning(Query.End end, PodSet pods) {
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0538,
            end.span(),
            "no workload of the manifests is in "
                + (end instanceof Query.End.OfParty ? "zone `" : "`")
                + end.span().text()
                + "`");
    Optional<String> help =
        end instanceof Query.End.OfParty(Party party, var span) && party instanceof Party.Zone zone
            ? DeployedZones.suggestion(program, world, zone)
            : pods.terms().stream().flatMap(term -> help(term).stream()).findFirst();
    if (help.isPresent()) {
      return warning.help(help.get());
    }
    for (String note : notes(pods)) {
      warning = warning.note(note);
    }
    return warning;
  }

  private Optional<String> help(PodSet.Term term) {
    if (term.namespaces() instanceof NamespaceSet.Named named) {
      for (String name : named.names()) {
        if (!isKnown(name)) {
          Optional<String> meant = meant(name, term);
          if (meant.isPresent()) {
            return Optional.of("did you mean `namespace(" + meant.get() + ")`?");
          }
        }
      }
    }
    return LabelSuggestions.help(
        term.pods(),
        world.workloads().stream()
            .filter(w -> ZoneNamespaces.mayContain(term.namespaces(), w.pod().namespace()))
            .toList());
  }

  /** Returns a known namespace with a similar name, or one whose pods have the labels. */
  private Optional<String> meant(String name, PodSet.Term term) {
    return NearestName.to(name, namespaces())
        .or(
            () ->
                world.workloads().stream()
                    .filter(workload -> !term.pods().selectsEverything())
                    .filter(workload -> term.pods().matches(workload.pod().labels()))
                    .map(Workload::namespace)
                    .findFirst());
  }

  private List<String> notes(PodSet pods) {
    List<String> notes = new ArrayList<>();
    SortedSet<String> named = new TreeSet<>();
    for (PodSet.Term term : pods.terms()) {
      if (term.namespaces() instanceof NamespaceSet.Named names) {
        named.addAll(names.names());
      }
    }
    List<Workload> near =
        world.workloads().stream()
            .filter(workload -> named.isEmpty() || named.contains(workload.namespace()))
            .toList();
    for (String name : named) {
      if (!isKnown(name)) {
        notes.add("the manifests contain no namespace `" + name + "`");
      } else if (near.isEmpty()) {
        notes.add("the manifests contain no workload in namespace `" + name + "`");
      }
    }
    LabelSuggestions.labels(near)
        .map(labels -> "pods " + (named.isEmpty() ? "" : "there ") + "have the labels " + labels)
        .ifPresent(notes::add);
    for (HiddenPods object : hidden) {
      if (named.isEmpty() || named.contains(object.namespace())) {
        notes.add(object + " creates pods that the manifests do not contain");
      }
    }
    return notes;
  }

  private boolean isKnown(String namespace) {
    return namespaces().contains(namespace);
  }

  /** Returns the namespaces that manifests declare, or in which they declare something. */
  private SortedSet<String> namespaces() {
    SortedSet<String> names = new TreeSet<>();
    for (Namespace namespace : world.namespaces()) {
      if (namespace.declared()) {
        names.add(namespace.name());
      }
    }
    world.workloads().forEach(workload -> names.add(workload.namespace()));
    world.policies().forEach(policy -> names.add(policy.namespace()));
    hidden.forEach(object -> names.add(object.namespace()));
    return names;
  }
}
