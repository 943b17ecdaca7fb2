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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
  private final Map<Binding, List<EscalationStep>> bindings = new LinkedHashMap<>();
  private final Set<RoleIn> roles = new HashSet<>();
  private final HeldRights held = new HeldRights();
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
    return new HeldPowers(held.all(), everything);
  }

  private boolean hasEverything() {
    return everything.stream().anyMatch(each -> each.scope() instanceof Scope.Cluster);
  }

  private List<Held> held(Right right) {
    return held.of(right);
  }

  private void add(Subject subject, List<EscalationStep> steps, Source masters) {
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

  private void addRole(Role.Id role, Scope scope, Binding by, List<EscalationStep> steps) {
    if (!roles.add(new RoleIn(role, scope))) {
      return;
    }
    changed = true;
    analysis.rights(role).ifPresent(rights -> addRights(rights, scope, by, steps));
  }

  private void addRights(RoleRights rights, Scope scope, Binding by, List<EscalationStep> steps) {
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

  private void addEverything(Scope scope, Source source, List<EscalationStep> steps) {
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
    changed |= held.add(more);
  }

  private void becomeOthers() {
    for (Held each : held(Right.IMPERSONATE_USERS)) {
      become(each, EscalationStep.Move.IMPERSONATE, analysis.users(), Subject.User::name);
    }
    boolean namesUser = held.has(Right.IMPERSONATE_USERS) || held.has(Right.IMPERSONATE_ACCOUNTS);
    if (namesUser) {
      for (Held each : held(Right.IMPERSONATE_GROUPS)) {
        become(each, EscalationStep.Move.IMPERSONATE, analysis.groups(), Subject.Group::name);
      }
    }
    if (held.has(Right.REQUEST_CERTIFICATES) && held.has(Right.APPROVE_CERTIFICATES)) {
      held(Right.APPROVE_SIGNERS).stream()
          .filter(right -> CLIENT_SIGNERS.stream().anyMatch(right.names()::contain))
          .forEach(this::issueCertificates);
    }
    becomeAccounts();
  }

  private <S extends Subject> void become(
      Held by, EscalationStep.Move move, List<S> subjects, Function<S, String> name) {
    for (S subject : subjects) {
      if (by.names().contain(name.apply(subject))) {
        become(subject, move, by);
      }
    }
  }

  /** The API server refuses certificates of the group system:masters. */
  private void issueCertificates(Held by) {
    for (Subject subject : analysis.subjects()) {
      if (!subject.equals(Subject.MASTERS)) {
        become(subject, EscalationStep.Move.CERTIFICATE, by);
      }
    }
  }

  private void becomeAccounts() {
    for (Held each : held(Right.IMPERSONATE_ACCOUNTS)) {
      becomeNamed(each, EscalationStep.Move.IMPERSONATE);
    }
    for (Held each : held(Right.TOKENS)) {
      becomeNamed(each, EscalationStep.Move.TOKEN);
    }
    for (Held each : held(Right.PODS)) {
      becomeAny(each, EscalationStep.Move.RUN_POD, analysis.accounts());
    }
    for (Held each : held(Right.ENTER_PODS)) {
      becomeAny(each, EscalationStep.Move.ENTER_POD, analysis.inPods());
    }
    for (Held each : held(Right.NODE_PROXY)) {
      becomeAny(each, EscalationStep.Move.NODE_PROXY, analysis.inPods());
    }
  }

  private void becomeNamed(Held by, EscalationStep.Move move) {
    become(by, move, analysis.accounts().in(by.scope()), Subject.ServiceAccount::name);
  }

  private void becomeAny(Held by, EscalationStep.Move move, Accounts accounts) {
    accounts.in(by.scope()).forEach(account -> become(account, move, by));
  }

  private void readSecrets() {
    for (Held secrets : held(Right.SECRETS)) {
      for (Subject.ServiceAccount account : analysis.accounts().in(secrets.scope())) {
        if (mayHoldToken(secrets, account)) {
          become(account, EscalationStep.Move.READ_SECRET, secrets);
        }
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

  private void become(Subject subject, EscalationStep.Move move, Held by) {
    if (identities.contains(subject) || hasEverything()) {
      return;
    }
    add(subject, then(by, move, subject.toString()), by.source());
  }

  private static List<EscalationStep> then(Held by, EscalationStep.Move move, String target) {
    List<EscalationStep> steps = new ArrayList<>(by.steps());
    steps.add(new EscalationStep(move, target, by.source()));
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
                      then(each, EscalationStep.Move.ESCALATE, role.toString())));
    }
  }

  private static boolean isOn(Held right, Role.Id role) {
    return right.names().contain(role.name())
        && (role.clusterScoped() || right.scope().includes(role.namespace()));
  }

  private void bindClusterWide() {
    if (!held.has(Right.CLUSTER_ROLE_BINDINGS)) {
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
              then(bind, EscalationStep.Move.BIND, Role.Id.ofCluster("cluster-admin").toString()));
      case Names.Only(Set<String> names) ->
          names.stream().sorted().forEach(name -> bind(bind, Role.Id.ofCluster(name), scope));
    }
  }

  private void bind(Held bind, Role.Id role, Scope scope) {
    if (bind.source() instanceof Source.ByRule(Binding by, var rule)) {
      addRole(role, scope, by, then(bind, EscalationStep.Move.BIND, role.toString()));
    }
  }
}
