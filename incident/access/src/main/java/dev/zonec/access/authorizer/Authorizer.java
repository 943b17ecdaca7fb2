package dev.zonec.access.authorizer;

import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessRule;
import dev.zonec.kubernetes.access.Binding;
import dev.zonec.kubernetes.access.Subject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whether an identity may send a request, as Kubernetes' RBAC authorizer does. */
public final class Authorizer {
  /** A decision in favour of a request. */
  public sealed interface Grant {
    /** A binding whose role has a rule that allows the request. */
    record ByRule(Binding binding, AccessRule rule) implements Grant {}

    /** The identity is in {@code system:masters}, which the API server allows everything. */
    record ByMasters() implements Grant {}
  }

  private final EffectiveRoles roles;
  private final Map<Subject, Set<Binding>> bySubject = new HashMap<>();

  /** Creates an authorizer for {@code objects}. */
  public Authorizer(AccessObjects objects) {
    this.roles = new EffectiveRoles(objects);
    for (Binding binding : objects.bindings()) {
      for (Subject subject : binding.subjects()) {
        bySubject.computeIfAbsent(subject, each -> new LinkedHashSet<>()).add(binding);
      }
    }
  }

  /** Returns the rules of each role. */
  public EffectiveRoles roles() {
    return roles;
  }

  /** Whether {@code identity} may send {@code request}. */
  public boolean allows(Identity identity, AccessRequest request) {
    return grant(identity, request).isPresent();
  }

  /** Returns what allows {@code request}; empty if nothing does. */
  public Optional<Grant> grant(Identity identity, AccessRequest request) {
    if (identity.groups().contains(Subject.MASTERS.name())) {
      return Optional.of(new Grant.ByMasters());
    }
    return identity.subjects().stream()
        .flatMap(this::bindings)
        .filter(binding -> reaches(binding, request))
        .flatMap(
            binding ->
                roles.rules(binding.role()).orElse(List.of()).stream()
                    .filter(rule -> RuleMatch.allows(rule, request))
                    .<Grant>map(rule -> new Grant.ByRule(binding, rule)))
        .findFirst();
  }

  /** Returns the bindings that name {@code subject}. */
  public Stream<Binding> bindings(Subject subject) {
    return bySubject.getOrDefault(subject, Set.of()).stream();
  }

  /** A RoleBinding counts for requests in its namespace only. */
  private static boolean reaches(Binding binding, AccessRequest request) {
    return binding.clusterWide()
        || (request instanceof AccessRequest.OfObjects asked
            && asked.namespace().equals(binding.namespace()));
  }
}
