package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Warns about selectors that match nothing in the manifests.
 *
 * <p>No warning is given about a namespace whose pods the manifests may not show: one without a
 * workload, or one in which an object creates pods that no manifest shows. Nor is one given about
 * the labels of namespaces if some namespace is not declared, because it may have any labels.
 */
final class EmptySelections {
  private final Map<String, Inhabited> inhabited = new TreeMap<>();
  private final Map<String, Namespace> declared = new TreeMap<>();
  private final boolean allDeclared;
  private final Set<String> partlyShown;
  private final Map<Selector, List<Inhabited>> matching = new HashMap<>();

  /**
   * @param partlyShown the namespaces that have pods which no manifest shows
   */
  EmptySelections(World world, Set<String> partlyShown) {
    this.partlyShown = Set.copyOf(partlyShown);
    for (Workload workload : world.workloads()) {
      Endpoint.Pod pod = workload.pod();
      inhabited
          .computeIfAbsent(
              pod.namespace().name(), n -> new Inhabited(pod.namespace(), new HashSet<>()))
          .labels()
          .add(pod.labels());
    }
    world.namespaces().stream()
        .filter(Namespace::declared)
        .forEach(namespace -> declared.put(namespace.name(), namespace));
    allDeclared = declared.size() == world.namespaces().size();
  }

  /** A namespace with workloads, and the sets of labels of the workloads. */
  private record Inhabited(Namespace namespace, Set<Map<String, String>> labels) {}

  /**
   * Returns the warning about the subject of {@code chain}; empty if it selects a workload, or if
   * the manifests may not show its pods.
   */
  Optional<Diagnostic> subject(Chain chain) {
    return check(chain.subject(), chain.owner() + " selects no workload");
  }

  /**
   * Returns the warning about {@code peer}; empty if it matches a workload, or if the manifests may
   * not show its pods.
   */
  Optional<Diagnostic> peer(Ends.Pods peer) {
    return check(peer, "the peer matches no workload");
  }

  private Optional<Diagnostic> check(Ends.Pods pods, String problem) {
    List<Inhabited> there =
        switch (pods.namespaces()) {
          case NamespaceSet.Named(String name) -> only(name);
          case NamespaceSet.Matching(Selector labels) -> matching(labels);
        };
    if (noneOf(there, pods.pods())) {
      return Optional.of(noWorkload(problem, pods.pods(), there, pods.span()));
    }
    return pods.namespaces() instanceof NamespaceSet.Matching(Selector labels)
        ? namespaces(labels, pods.span())
        : Optional.empty();
  }

  private static Diagnostic noWorkload(
      String problem, Selector pods, List<Inhabited> there, Span span) {
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0631, span, problem + ": no pod of the manifests matches `" + pods + "`");
    List<Map<String, String>> labels =
        there.stream().flatMap(each -> each.labels().stream()).toList();
    return NearestLabel.of(pods, labels)
        .map(near -> warning.help("did you mean `" + near + "`?"))
        .orElse(warning);
  }

  private List<Inhabited> only(String name) {
    Inhabited one = inhabited.get(name);
    return one == null ? List.of() : List.of(one);
  }

  /** Few different selectors of namespaces are in many peers, so each is evaluated once. */
  private List<Inhabited> matching(Selector in) {
    return matching.computeIfAbsent(
        in,
        labels ->
            named(labels, inhabited)
                .filter(each -> labels.matches(each.namespace().labels()))
                .toList());
  }

  /**
   * Returns the values of {@code all} that the selector may match. Most selectors of namespaces
   * select by name, so these names are looked up instead of testing every namespace.
   */
  private static <T> Stream<T> named(Selector in, Map<String, T> all) {
    return in.requirements().stream()
        .filter(r -> r instanceof Requirement.In named && named.key().equals(Namespace.NAME_LABEL))
        .findFirst()
        .map(
            names ->
                ((Requirement.In) names)
                    .values().stream().flatMap(name -> Stream.ofNullable(all.get(name))))
        .orElseGet(() -> all.values().stream());
  }

  /** Whether there are workloads in the namespaces and {@code pods} matches none of them. */
  private boolean noneOf(List<Inhabited> there, Selector pods) {
    return !there.isEmpty()
        && there.stream().noneMatch(each -> partlyShown.contains(each.namespace().name()))
        && there.stream()
            .flatMap(each -> each.labels().stream())
            .noneMatch(labels -> pods.matches(labels));
  }

  private Optional<Diagnostic> namespaces(Selector in, Span span) {
    boolean known = !declared.isEmpty() && allDeclared;
    if (!known || named(in, declared).anyMatch(n -> in.matches(n.labels()))) {
      return Optional.empty();
    }
    Diagnostic warning =
        Diagnostic.warning(Code.ZC0632, span, "no declared namespace matches " + in);
    Optional<String> name = askedName(in);
    // A namespace that another repository declares is selected by its name, correctly.
    return name.isEmpty()
        ? Optional.of(warning)
        : NearestName.to(name.get(), declared.keySet())
            .map(near -> warning.help("did you mean `" + near + "`?"));
  }

  private static Optional<String> askedName(Selector in) {
    return in.requirements().stream()
        .filter(r -> r instanceof Requirement.In named && named.key().equals(Namespace.NAME_LABEL))
        .map(r -> ((Requirement.In) r).values().first())
        .findFirst();
  }
}
