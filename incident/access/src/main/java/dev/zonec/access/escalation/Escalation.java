package dev.zonec.access.escalation;

import dev.zonec.access.power.Names;
import dev.zonec.access.power.Right;
import dev.zonec.access.power.RoleRights;
import dev.zonec.access.power.Scope;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.access.Binding;
import dev.zonec.kubernetes.access.Role;
import dev.zonec.kubernetes.access.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the rights of one subject, and of all subjects that it can act as, until no step leads
 * to more. Rights of different identities count together, so the result is never too small.
 */
final class Escalation {
  /** The signer of certificates for users, and the name that stands for all its kind. */
  private static final List<String> CLIENT_SIGNERS =
      List.of("kubernetes.io/kube-apiserver-client", "kubernetes.io/*");

  private record RoleIn(Role.Id role, Scope scope) {}

  private final AccessAnalysis analysis;
  private final Set<Subject> identities = new HashSet<>();
  private final Map<Binding, List<Step>> bindings = new LinkedHashMap<>();
  private final Set<RoleIn> roles = new HashSet<>();
  private final Map<Right, List<Held>> held = new EnumMap<>(Right.class);
  private final List<HeldPowers.Everything> everything = new ArrayList<>();
  private boolean changed;

  Escalation(AccessAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Collects the rights of {@code subject}. */
  HeldPowers from(Subject subject) {
    add(subject, List.of(), new Source.ByMasters());
    do {
      Deadline.check();
      changed = false;
      if (!hasEverything()) {
        becomeOthers();
        changeRoles();
        bindClusterWide();
        bindInNamespaces();
        // What is certain comes first, so that a guess hides nothing that is known.
        if (!changed) {
          readSecrets();
        }
      }
    } while (changed);
    return new HeldPowers(held, everything);
  }

  private boolean hasEverything() {
    return everything.stream().anyMatch(each -> each.scope() instanceof Scope.Cluster);
  }

  private List<Held> held(Right right) {
    return List.copyOf(held.getOrDefault(right, List.of()));
  }

  private void add(Subject subject, List<Step> steps, Source masters) {
    if (!identities.add(subject)) {
      return;
    }
    changed = true;
    if (subject.equals(Subject.MASTERS)) {
      addEverything(new Scope.Cluster(), masters, steps);
      return;
    }
    analysis
        .bindings(subject)
        .forEach(
            binding -> {
              if (bindings.putIfAbsent(binding, steps) == null) {
                addRole(binding.role(), Scope.ofBinding(binding.namespace()), binding, steps);
              }
            });
  }

  private void addRole(Role.Id role, Scope scope, Binding by, List<Step> steps) {
    if (!roles.add(new RoleIn(role, scope))) {
      return;
    }
    changed = true;
    analysis.rights(role).ifPresent(rights -> addRights(rights, scope, by, steps));
  }

  private void addRights(RoleRights rights, Scope scope, Binding by, List<Step> steps) {
    rights.everything().forEach(rule -> addEverything(scope, new Source.ByRule(by, rule), steps));
    rights
        .given()
        .forEach(
            (right, given) -> {
              for (RoleRights.Given each : given) {
                add(
                    new Held(
                        right, each.names(), scope, new Source.ByRule(by, each.rule()), steps));
              }
            });
  }

  private void addEverything(Scope scope, Source source, List<Step> steps) {
    if (everything.stream().anyMatch(each -> each.scope().covers(scope))) {
      return;
    }
    everything.add(new HeldPowers.Everything(scope, source, steps));
    for (Right right : Right.values()) {
      add(new Held(right, new Names.All(), scope, source, steps));
    }
  }

  private void add(Held more) {
    if (!more.right().namespaced() && !(more.scope() instanceof Scope.Cluster)) {
      return;
    }
    List<Held> before = held.computeIfAbsent(more.right(), right -> new ArrayList<>());
    if (before.stream().noneMatch(each -> each.includes(more))) {
      before.add(more);
      changed = true;
    }
  }

  private void becomeOthers() {
    boolean namesUser =
        held.containsKey(Right.IMPERSONATE_USERS) || held.containsKey(Right.IMPERSONATE_ACCOUNTS);
    boolean certificates =
        held.containsKey(Right.REQUEST_CERTIFICATES)
            && held.containsKey(Right.APPROVE_CERTIFICATES);
    for (Subject subject : analysis.subjects()) {
      switch (subject) {
        case Subject.User user -> become(user, user.name(), Right.IMPERSONATE_USERS);
        case Subject.Group group -> {
          if (namesUser) {
            become(group, group.name(), Right.IMPERSONATE_GROUPS);
          }
        }
        case Subject.ServiceAccount account -> {}
      }
      // The API server refuses certificates of the group system:masters.
      if (certificates && !subject.equals(Subject.MASTERS)) {
        held(Right.APPROVE_SIGNERS).stream()
            .filter(right -> CLIENT_SIGNERS.stream().anyMatch(right.names()::contain))
            .forEach(right -> become(subject, Step.Move.CERTIFICATE, right));
      }
    }
    becomeAccounts();
  }

  private void become(Subject subject, String name, Right right) {
    for (Held each : held(right)) {
      if (each.names().contain(name)) {
        become(subject, Step.Move.IMPERSONATE, each);
      }
    }
  }

  private void becomeAccounts() {
    for (Subject.ServiceAccount account : analysis.accounts()) {
      become(account, Right.IMPERSONATE_ACCOUNTS, Step.Move.IMPERSONATE, account.name());
      become(account, Right.TOKENS, Step.Move.TOKEN, account.name());
      for (Held pods : held(Right.PODS)) {
        if (pods.scope().includes(account.namespace())) {
          become(account, Step.Move.RUN_POD, pods);
        }
      }
    }
    for (Subject.ServiceAccount account : analysis.inPods()) {
      for (Held pods : held(Right.ENTER_PODS)) {
        if (pods.scope().includes(account.namespace())) {
          become(account, Step.Move.ENTER_POD, pods);
        }
      }
      held(Right.NODE_PROXY).forEach(each -> become(account, Step.Move.NODE_PROXY, each));
    }
  }

  private void readSecrets() {
    for (Subject.ServiceAccount account : analysis.accounts()) {
      for (Held secrets : held(Right.SECRETS)) {
        if (secrets.scope().includes(account.namespace()) && mayHoldToken(secrets, account)) {
          become(account, Step.Move.READ_SECRET, secrets);
        }
      }
    }
  }

  private void become(Subject.ServiceAccount account, Right right, Step.Move move, String name) {
    for (Held each : held(right)) {
      if (each.scope().includes(account.namespace()) && each.names().contain(name)) {
        become(account, move, each);
      }
    }
  }

  /** A Secret with a token is named after its service account, unless somebody chose the name. */
  private static boolean mayHoldToken(Held secrets, Subject.ServiceAccount account) {
    return switch (secrets.names()) {
      case Names.All() -> true;
      case Names.Only(Set<String> names) ->
          names.stream().anyMatch(name -> name.contains(account.name()));
    };
  }

  private void become(Subject subject, Step.Move move, Held by) {
    add(subject, then(by, move, subject.toString()), by.source());
  }

  private static List<Step> then(Held by, Step.Move move, String target) {
    List<Step> steps = new ArrayList<>(by.steps());
    steps.add(new Step(move, target, by.source()));
    return steps;
  }

  /** Adds rules to roles that the subject has. */
  private void changeRoles() {
    for (Binding binding : List.copyOf(bindings.keySet())) {
      Role.Id role = binding.role();
      boolean ofCluster = role.clusterScoped();
      Right update = ofCluster ? Right.UPDATE_CLUSTER_ROLES : Right.UPDATE_ROLES;
      Right escalate = ofCluster ? Right.ESCALATE_CLUSTER_ROLES : Right.ESCALATE_ROLES;
      if (held(update).stream().noneMatch(each -> isOn(each, role))) {
        continue;
      }
      held(escalate).stream()
          .filter(each -> isOn(each, role))
          .findFirst()
          .ifPresent(
              each ->
                  addEverything(
                      Scope.ofBinding(binding.namespace()),
                      each.source(),
                      then(each, Step.Move.ESCALATE, role.toString())));
    }
  }

  private static boolean isOn(Held right, Role.Id role) {
    return right.names().contain(role.name())
        && (role.clusterScoped() || right.scope().includes(role.namespace()));
  }

  private void bindClusterWide() {
    if (!held.containsKey(Right.CLUSTER_ROLE_BINDINGS)) {
      return;
    }
    for (Held bind : held(Right.BIND_CLUSTER_ROLES)) {
      if (bind.scope() instanceof Scope.Cluster) {
        bind(bind, new Scope.Cluster());
      }
    }
  }

  private void bindInNamespaces() {
    for (Held write : held(Right.ROLE_BINDINGS)) {
      for (Held bind : held(Right.BIND_CLUSTER_ROLES)) {
        if (write.scope().covers(bind.scope())) {
          bind(bind, inNamespaces(bind.scope()));
        } else if (bind.scope().covers(write.scope())) {
          bind(bind, inNamespaces(write.scope()));
        }
      }
      for (Held bind : held(Right.BIND_ROLES)) {
        analysis
            .namespacedRoles()
            .filter(role -> write.scope().includes(role.namespace()) && isOn(bind, role))
            .forEach(role -> bind(bind, role, new Scope.Within(role.namespace())));
      }
    }
  }

  private static Scope inNamespaces(Scope scope) {
    return scope instanceof Scope.Cluster ? new Scope.EveryNamespace() : scope;
  }

  /**
   * Binds ClusterRoles. Every cluster has cluster-admin, so a right without names is everything.
   */
  private void bind(Held bind, Scope scope) {
    switch (bind.names()) {
      case Names.All() ->
          addEverything(
              scope,
              bind.source(),
              then(bind, Step.Move.BIND, Role.Id.ofCluster("cluster-admin").toString()));
      case Names.Only(Set<String> names) ->
          names.stream().sorted().forEach(name -> bind(bind, Role.Id.ofCluster(name), scope));
    }
  }

  private void bind(Held bind, Role.Id role, Scope scope) {
    if (bind.source() instanceof Source.ByRule(Binding by, var rule)) {
      addRole(role, scope, by, then(bind, Step.Move.BIND, role.toString()));
    }
  }
}
