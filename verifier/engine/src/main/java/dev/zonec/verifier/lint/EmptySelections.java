package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Selectors that match nothing of the manifests. A namespace without a workload in the manifests
 * has its workloads elsewhere: nothing is said of it, nor of one in which something makes pods that
 * no manifest shows. Nor is anything of a namespace that is not declared and so may have any
 * labels.
 */
final class EmptySelections {
  private final Map<String, Inhabited> inhabited = new TreeMap<>();
  private final Map<String, Namespace> declared = new TreeMap<>();
  private final boolean allDeclared;
  private final Set<String> partlyShown;

  /**
   * @param partlyShown the namespaces in which pods are made that no manifest shows
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

  /** A namespace with workloads, and the labels that those have. */
  private record Inhabited(Namespace namespace, Set<Map<String, String>> labels) {}

  Optional<Diagnostic> subject(Policy policy) {
    return noneOf(only(policy.namespace()), policy.subject())
        ? Optional.of(
            noWorkload(
                policy + " selects no workload",
                policy.subject(),
                only(policy.namespace()),
                policy.span()))
        : Optional.empty();
  }

  Optional<Diagnostic> subject(ClusterPolicy policy) {
    Selector in = policy.subject().namespaces();
    if (noneOf(matching(in), policy.subject().pods())) {
      return Optional.of(
          noWorkload(
              policy + " selects no workload",
              policy.subject().pods(),
              matching(in),
              policy.span()));
    }
    return namespaces(in, policy.span());
  }

  Optional<Diagnostic> peer(Peer.Pods peer, String own) {
    return switch (peer.namespaces()) {
      case Peer.Namespaces.Own it ->
          noneOf(only(own), peer.pods())
              ? Optional.of(
                  noWorkload("the peer matches no workload", peer.pods(), only(own), peer.span()))
              : Optional.empty();
      case Peer.Namespaces.Matching(Selector labels) -> peer(labels, peer.pods(), peer.span());
    };
  }

  Optional<Diagnostic> peer(Selector in, Selector which, Span span) {
    return noneOf(matching(in), which)
        ? Optional.of(noWorkload("the peer matches no workload", which, matching(in), span))
        : namespaces(in, span);
  }

  private static Diagnostic noWorkload(
      String what, Selector which, List<Inhabited> there, Span span) {
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0631, span, what + ": no pod of the manifests matches `" + which + "`");
    List<Map<String, String>> labels =
        there.stream().flatMap(each -> each.labels().stream()).toList();
    return NearestLabel.of(which, labels)
        .map(near -> warning.help("did you mean `" + near + "`?"))
        .orElse(warning);
  }

  private List<Inhabited> only(String name) {
    Inhabited one = inhabited.get(name);
    return one == null ? List.of() : List.of(one);
  }

  private List<Inhabited> matching(Selector in) {
    return named(in, inhabited).filter(each -> in.matches(each.namespace().labels())).toList();
  }

  /** What a selector of namespaces can be about: most ask for names, of which there are many. */
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

  /** There are workloads in such namespaces, and the selector matches none of them. */
  private boolean noneOf(List<Inhabited> there, Selector which) {
    return !there.isEmpty()
        && there.stream().noneMatch(each -> partlyShown.contains(each.namespace().name()))
        && there.stream()
            .flatMap(each -> each.labels().stream())
            .noneMatch(labels -> which.matches(labels));
  }

  private Optional<Diagnostic> namespaces(Selector in, Span span) {
    boolean known = !declared.isEmpty() && allDeclared;
    if (!known || named(in, declared).anyMatch(n -> in.matches(n.labels()))) {
      return Optional.empty();
    }
    Diagnostic warning =
        Diagnostic.warning(Code.ZC0632, span, "no declared namespace matches " + in);
    Optional<String> name = askedName(in);
    // A namespace of another repository is asked for by its name, and rightly so.
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
