package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Selectors that match nothing of the manifests. A namespace without a workload in the manifests
 * has its workloads elsewhere: nothing is said of it. Nor is anything of a namespace that is not
 * declared and so may have any labels.
 */
final class EmptySelections {
  private final List<Endpoint.Pod> pods;
  private final List<Namespace> namespaces;

  EmptySelections(World world) {
    this.pods = world.workloads().stream().map(Workload::pod).toList();
    this.namespaces = world.namespaces();
  }

  Optional<Diagnostic> subject(Policy policy) {
    return noneOf(n -> n.name().equals(policy.namespace()), policy.subject())
        ? Optional.of(
            Diagnostic.warning(
                Code.ZC0631,
                policy.site(),
                policy + " applies to no workload of the manifests: " + policy.subject()))
        : Optional.empty();
  }

  Optional<Diagnostic> subject(ClusterPolicy policy) {
    Selector in = policy.subject().namespaces();
    if (noneOf(n -> in.matches(n.labels()), policy.subject().pods())) {
      return Optional.of(
          Diagnostic.warning(
              Code.ZC0631,
              policy.site(),
              policy + " applies to no workload of the manifests: " + policy.subject().pods()));
    }
    return namespaces(in, policy.site());
  }

  Optional<Diagnostic> peer(Peer.Pods peer, String own) {
    return switch (peer.namespaces()) {
      case Peer.Namespaces.Own it ->
          noneOf(n -> n.name().equals(own), peer.pods())
              ? Optional.of(noWorkload(peer.pods(), peer.site()))
              : Optional.empty();
      case Peer.Namespaces.Matching(Selector labels) -> peer(labels, peer.pods(), peer.site());
    };
  }

  Optional<Diagnostic> peer(Selector in, Selector which, Span site) {
    return noneOf(n -> in.matches(n.labels()), which)
        ? Optional.of(noWorkload(which, site))
        : namespaces(in, site);
  }

  private static Diagnostic noWorkload(Selector which, Span site) {
    return Diagnostic.warning(
        Code.ZC0631, site, "the peer matches no workload of the manifests: " + which);
  }

  /** There are workloads in such namespaces, and the selector matches none of them. */
  private boolean noneOf(Predicate<Namespace> in, Selector which) {
    List<Endpoint.Pod> there = pods.stream().filter(pod -> in.test(pod.namespace())).toList();
    return !there.isEmpty() && there.stream().noneMatch(pod -> which.matches(pod.labels()));
  }

  private Optional<Diagnostic> namespaces(Selector in, Span site) {
    List<Namespace> declared = namespaces.stream().filter(Namespace::declared).toList();
    boolean known = !declared.isEmpty() && declared.size() == namespaces.size();
    if (!known || declared.stream().anyMatch(n -> in.matches(n.labels()))) {
      return Optional.empty();
    }
    Diagnostic warning =
        Diagnostic.warning(Code.ZC0632, site, "no declared namespace matches " + in);
    Optional<String> name = askedName(in);
    // A namespace of another repository is asked for by its name, and rightly so.
    return name.isEmpty()
        ? Optional.of(warning)
        : NearestName.to(name.get(), declared.stream().map(Namespace::name).toList())
            .map(near -> warning.help("did you mean `" + near + "`?"));
  }

  private static Optional<String> askedName(Selector in) {
    return in.requirements().stream()
        .filter(r -> r instanceof Requirement.In named && named.key().equals(Namespace.NAME_LABEL))
        .map(r -> ((Requirement.In) r).values().first())
        .findFirst();
  }
}
