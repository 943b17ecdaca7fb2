package dev.zonec.access.least;

import static dev.zonec.access.least.JobRule.Scope.CLUSTER;
import static dev.zonec.access.least.JobRule.Scope.NAMESPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A job for which a role is written. */
public enum Job {
  /** Runs zonec against a cluster. */
  READER(
      "zonec-reader",
      "Reads what `verify`, `query`, `why`, `test`, `diff` and `rbac` need from a cluster. It reads"
          + " no Secrets, no ConfigMaps and no logs, and changes nothing.") {
    @Override
    List<JobRule> own() {
      return List.of();
    }
  },
  /** Isolates workloads and keeps evidence. */
  INCIDENT_OPERATOR(
      "zonec-incident-operator",
      "Isolates workloads and keeps evidence: policies are added, patched and deleted, labels of"
          + " pods changed, nodes cordoned, and volumes copied. It enters no pod, and runs and"
          + " deletes none.") {
    @Override
    List<JobRule> own() {
      List<JobRule> rules = new ArrayList<>();
      rules.addAll(policies("create", "patch", "delete"));
      rules.add(JobRule.of(NAMESPACE, "", "pods").to("patch"));
      rules.add(JobRule.of(NAMESPACE, "", "pods/log").to("get"));
      rules.add(JobRule.of(NAMESPACE, "", "events").to("get", "list"));
      rules.add(JobRule.of(NAMESPACE, "events.k8s.io", "events").to("get", "list"));
      rules.add(JobRule.of(NAMESPACE, "metrics.k8s.io", "pods").to("get", "list"));
      rules.add(JobRule.of(NAMESPACE, "", "persistentvolumeclaims").to("get", "list", "create"));
      rules.add(
          JobRule.of(NAMESPACE, "snapshot.storage.k8s.io", "volumesnapshots")
              .to("get", "list", "create"));
      rules.add(
          JobRule.of(CLUSTER, "snapshot.storage.k8s.io", "volumesnapshotclasses")
              .to("get", "list"));
      rules.add(JobRule.of(CLUSTER, "", "persistentvolumes").to("get", "list"));
      rules.add(JobRule.of(CLUSTER, "", "nodes").to("patch"));
      return rules;
    }
  },
  /** Applies the policies that {@code compile} writes. */
  POLICY_ADMINISTRATOR(
      "zonec-policy-administrator",
      "Applies the policies that `compile` writes. It changes no labels, no workloads and no"
          + " roles.") {
    @Override
    List<JobRule> own() {
      return policies("create", "update", "patch", "delete");
    }
  };

  private final String role;
  private final String description;

  Job(String role, String description) {
    this.role = role;
    this.description = description;
  }

  /** Returns the name of the role. */
  public String role() {
    return role;
  }

  /** Returns what its bearer does and cannot do. */
  public String description() {
    return description;
  }

  /** Returns the rules that the job needs in addition to those for reading. */
  abstract List<JobRule> own();

  /** Returns all rules of the job. */
  public List<JobRule> rules() {
    return Stream.concat(reading().stream(), own().stream()).toList();
  }

  private static List<JobRule> reading() {
    List<JobRule> rules = new ArrayList<>();
    rules.add(JobRule.of(CLUSTER, "", "namespaces", "nodes").to("get", "list"));
    rules.add(
        JobRule.of(
                NAMESPACE,
                "",
                "pods",
                "services",
                "endpoints",
                "replicationcontrollers",
                "serviceaccounts")
            .to("get", "list"));
    rules.add(
        JobRule.of(NAMESPACE, "apps", "deployments", "statefulsets", "daemonsets", "replicasets")
            .to("get", "list"));
    rules.add(JobRule.of(NAMESPACE, "batch", "jobs", "cronjobs").to("get", "list"));
    rules.add(JobRule.of(NAMESPACE, "discovery.k8s.io", "endpointslices").to("get", "list"));
    rules.add(JobRule.of(NAMESPACE, "networking.k8s.io", "ingresses").to("get", "list"));
    rules.add(
        JobRule.of(
                NAMESPACE,
                "gateway.networking.k8s.io",
                "httproutes",
                "grpcroutes",
                "tlsroutes",
                "tcproutes",
                "udproutes")
            .to("get", "list"));
    rules.addAll(policies("get", "list"));
    rules.add(
        JobRule.of(NAMESPACE, "rbac.authorization.k8s.io", "roles", "rolebindings")
            .to("get", "list"));
    rules.add(
        JobRule.of(CLUSTER, "rbac.authorization.k8s.io", "clusterroles", "clusterrolebindings")
            .to("get", "list"));
    return rules;
  }

  private static List<JobRule> policies(String... verbs) {
    return Stream.of(
            JobRule.of(NAMESPACE, "networking.k8s.io", "networkpolicies"),
            JobRule.of(
                CLUSTER,
                "policy.networking.k8s.io",
                "clusternetworkpolicies",
                "adminnetworkpolicies",
                "baselineadminnetworkpolicies"),
            JobRule.of(NAMESPACE, "cilium.io", "ciliumnetworkpolicies"),
            JobRule.of(
                CLUSTER, "cilium.io", "ciliumclusterwidenetworkpolicies", "ciliumcidrgroups"),
            JobRule.of(NAMESPACE, "crd.projectcalico.org", "networkpolicies", "networksets"),
            JobRule.of(
                CLUSTER, "crd.projectcalico.org", "globalnetworkpolicies", "globalnetworksets"),
            JobRule.of(NAMESPACE, "projectcalico.org", "networkpolicies", "networksets"),
            JobRule.of(CLUSTER, "projectcalico.org", "globalnetworkpolicies", "globalnetworksets"))
        .map(rule -> rule.to(verbs))
        .toList();
  }
}
