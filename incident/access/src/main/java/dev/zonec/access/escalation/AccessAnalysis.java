package dev.zonec.access.escalation;

import dev.zonec.access.authorizer.Authorizer;
import dev.zonec.access.authorizer.EffectiveRoles;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.access.power.RoleRights;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.Binding;
import dev.zonec.kubernetes.access.Role;
import dev.zonec.kubernetes.access.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The powers of the subjects of a cluster. */
public final class AccessAnalysis {
  private final AccessObjects objects;
  private final Authorizer authorizer;
  private final Map<Subject, List<Carrier>> carriers;
  private final List<Subject> all;
  private final List<Subject.User> users;
  private final List<Subject.Group> groups;
  private final Accounts accounts;
  private final Accounts inPods;
  private final Map<Role.Id, Optional<RoleRights>> rights = new HashMap<>();
  private final Map<Subject, SubjectPowers> known = new HashMap<>();
  private final Map<Subject, List<Binding>> bindings = new HashMap<>();

  private AccessAnalysis(AccessObjects objects, Collection<Carrier> carriers) {
    this.objects = objects;
    this.authorizer = new Authorizer(objects);
    this.carriers = carriers.stream().distinct().collect(Collectors.groupingBy(Carrier::account));
    this.all =
        Stream.of(objects.subjects(), this.carriers.keySet(), List.of(Subject.MASTERS))
            .<Subject>flatMap(Collection::stream)
            .distinct()
            .sorted(Subject.ORDER)
            .toList();
    this.users = only(Subject.User.class);
    this.groups = only(Subject.Group.class);
    this.accounts = Accounts.of(only(Subject.ServiceAccount.class));
    this.inPods =
        Accounts.of(
            accounts.all().stream()
                .filter(
                    account ->
                        carriers(account).isEmpty()
                            || carriers(account).stream().anyMatch(Carrier::token))
                .toList());
  }

  private <S> List<S> only(Class<S> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * Analyses {@code objects}.
   *
   * @param objects the roles, including those that every cluster has, and the bindings
   * @param carriers the workloads that have service accounts
   */
  public static AccessAnalysis of(AccessObjects objects, Collection<Carrier> carriers) {
    return new AccessAnalysis(objects, carriers);
  }

  /** Returns every subject of a binding, every service account, and {@code system:masters}. */
  public List<Subject> subjects() {
    return all;
  }

  /** Returns the workloads that carry {@code subject}. */
  public List<Carrier> carriers(Subject subject) {
    return carriers.getOrDefault(subject, List.of());
  }

  /** Returns the powers of {@code subject}, with those that it can give itself. */
  public SubjectPowers powers(Subject subject) {
    return known.computeIfAbsent(
        subject, each -> new SubjectPowers(each, new Escalation(this).from(each).powers()));
  }

  /**
   * Returns the group that gives {@code subject} all its powers; empty if it has others, or none.
   */
  public Optional<Subject> group(Subject subject) {
    SubjectPowers own = powers(subject);
    return own.powers().isEmpty()
        ? Optional.empty()
        : Identity.of(subject).subjects().stream()
            .filter(each -> each instanceof Subject.Group && !each.equals(subject))
            .filter(group -> own.isPartOf(powers(group)))
            .findFirst();
  }

  /**
   * Whether {@code subject} is a part of Kubernetes: a component of the control plane, or {@code
   * system:masters}. Only bindings that the API server created name it.
   */
  public boolean isBuiltin(Subject subject) {
    List<Binding> own = authorizer.bindings(subject).toList();
    return subject.equals(Subject.MASTERS)
        ? own.stream().allMatch(Binding::builtin)
        : !own.isEmpty() && own.stream().allMatch(Binding::builtin);
  }

  /** Returns the bindings whose role does not exist. */
  public List<Binding> unresolved() {
    return objects.bindings().stream().filter(binding -> rights(binding.role()).isEmpty()).toList();
  }

  /** Returns the bindings of {@code subject} and of the groups that it is in. */
  List<Binding> bindings(Subject subject) {
    return bindings.computeIfAbsent(
        subject,
        each ->
            Identity.of(each).subjects().stream()
                .flatMap(authorizer::bindings)
                .distinct()
                .toList());
  }

  /** Returns the rights of a role; empty if it does not exist. */
  Optional<RoleRights> rights(Role.Id role) {
    EffectiveRoles roles = authorizer.roles();
    return rights.computeIfAbsent(role, id -> roles.rules(id).map(RoleRights::of));
  }

  /** Returns the ids of the Roles in namespaces. */
  Stream<Role.Id> namespacedRoles() {
    return objects.roles().stream().map(Role::id).filter(id -> !id.clusterScoped()).distinct();
  }

  /** Returns every user. */
  List<Subject.User> users() {
    return users;
  }

  /** Returns every group. */
  List<Subject.Group> groups() {
    return groups;
  }

  /** Returns every service account. */
  Accounts accounts() {
    return accounts;
  }

  /**
   * Returns the service accounts whose token may be in a pod: all but those that are only carried
   * by workloads whose pods receive none.
   */
  Accounts inPods() {
    return inPods;
  }
}
