package dev.zonec.access.power;

import static dev.zonec.access.power.Ask.CHANGE;
import static dev.zonec.access.power.Ask.UPDATE;
import static dev.zonec.access.power.Ask.WRITE;

import java.util.List;

/**
 * A right that a proof depends on, because it changes what the proof is about or because it leads
 * to more rights.
 */
public enum Right {
  /** Change the policies of a namespace. */
  POLICIES(
      true,
      Ask.of(CHANGE, "networking.k8s.io", "networkpolicies"),
      Ask.of(CHANGE, "extensions", "networkpolicies"),
      Ask.of(CHANGE, "cilium.io", "ciliumnetworkpolicies"),
      Ask.of(CHANGE, "crd.projectcalico.org", "networkpolicies", "networksets"),
      Ask.of(CHANGE, "projectcalico.org", "networkpolicies", "networksets"),
      Ask.of(CHANGE, "crd.antrea.io", "networkpolicies", "groups"),
      Ask.of(CHANGE, "k8s.ovn.org", "egressfirewalls", "userdefinednetworks")),
  /** Change policies that apply in every namespace, or what they refer to. */
  CLUSTER_POLICIES(
      false,
      Ask.of(
          CHANGE,
          "policy.networking.k8s.io",
          "adminnetworkpolicies",
          "baselineadminnetworkpolicies",
          "clusternetworkpolicies"),
      Ask.of(
          CHANGE,
          "cilium.io",
          "ciliumclusterwidenetworkpolicies",
          "ciliumcidrgroups",
          "ciliumclusterwideenvoyconfigs"),
      Ask.of(
          CHANGE,
          "crd.projectcalico.org",
          "globalnetworkpolicies",
          "globalnetworksets",
          "tiers",
          "hostendpoints"),
      Ask.of(
          CHANGE,
          "projectcalico.org",
          "globalnetworkpolicies",
          "globalnetworksets",
          "tiers",
          "hostendpoints"),
      Ask.of(CHANGE, "crd.antrea.io", "clusternetworkpolicies", "clustergroups", "tiers"),
      Ask.of(CHANGE, "k8s.ovn.org", "clusteruserdefinednetworks")),
  /** Change or delete the kinds of policies, and with a kind all its objects. */
  KINDS(
      false,
      Ask.of(
          List.of("update", "patch", "delete", "deletecollection"),
          "apiextensions.k8s.io",
          "customresourcedefinitions"),
      Ask.of(CHANGE, "apiregistration.k8s.io", "apiservices")),
  /** Change what is checked or altered before an object is stored. */
  ADMISSION(
      false,
      Ask.of(
          CHANGE,
          "admissionregistration.k8s.io",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings",
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations")),
  /** Change the labels of a namespace. A binding in the namespace is enough. */
  NAMESPACE_LABELS(
      true, Ask.of(UPDATE, "", "namespaces", "namespaces/status", "namespaces/finalize")),
  /** Create namespaces, with any labels. */
  NEW_NAMESPACES(false, Ask.of(List.of("create"), "", "namespaces")),
  /** Delete a namespace, and with it its policies before its last pods. */
  DELETE_NAMESPACES(true, Ask.of(List.of("delete", "deletecollection"), "", "namespaces")),
  /** Run pods with any labels and any service account of the namespace. */
  PODS(
      true,
      Ask.of(List.of("create"), "", "pods"),
      Ask.of(WRITE, "", "replicationcontrollers"),
      Ask.of(WRITE, "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
      Ask.of(WRITE, "extensions", "deployments", "daemonsets", "replicasets"),
      Ask.of(WRITE, "batch", "jobs", "cronjobs")),
  /** Change the labels of pods. */
  POD_LABELS(
      true,
      Ask.of(UPDATE, "", "pods", "pods/status"),
      Ask.of(List.of("create"), "", "pods/binding", "bindings")),
  /** Run code in pods that exist. */
  ENTER_PODS(
      true,
      Ask.of(List.of("create", "get"), "", "pods/exec", "pods/attach"),
      Ask.of(UPDATE, "", "pods/ephemeralcontainers", "pods")),
  /** Run code in every pod, through the kubelets. */
  NODE_PROXY(false, Ask.of(List.of("create", "get"), "", "nodes/proxy")),
  /** Request tokens of service accounts. */
  TOKENS(true, Ask.of(List.of("create"), "", "serviceaccounts/token")),
  /** Read Secrets, which can hold tokens of service accounts. */
  SECRETS(true, Ask.of(List.of("get", "list", "watch"), "", "secrets")),
  /** Act as users. */
  IMPERSONATE_USERS(
      false,
      Ask.of(List.of("impersonate", "impersonate:user-info"), "", "users"),
      Ask.of(List.of("impersonate", "impersonate:user-info"), "authentication.k8s.io", "users")),
  /** Act as members of groups, together with a user or a service account. */
  IMPERSONATE_GROUPS(
      false,
      Ask.of(List.of("impersonate", "impersonate:user-info"), "", "groups"),
      Ask.of(List.of("impersonate", "impersonate:user-info"), "authentication.k8s.io", "groups")),
  /** Act as service accounts. */
  IMPERSONATE_ACCOUNTS(
      true,
      Ask.of(List.of("impersonate", "impersonate:serviceaccount"), "", "serviceaccounts"),
      Ask.of(
          List.of("impersonate", "impersonate:serviceaccount"),
          "authentication.k8s.io",
          "serviceaccounts")),
  /** Put rules into a Role that the subject does not have. */
  ESCALATE_ROLES(true, Ask.of(List.of("escalate"), Rbac.GROUP, "roles")),
  /** Change Roles. */
  UPDATE_ROLES(true, Ask.of(UPDATE, Rbac.GROUP, "roles")),
  /** Put rules into a ClusterRole that the subject does not have. */
  ESCALATE_CLUSTER_ROLES(false, Ask.of(List.of("escalate"), Rbac.GROUP, "clusterroles")),
  /** Change ClusterRoles. */
  UPDATE_CLUSTER_ROLES(false, Ask.of(UPDATE, Rbac.GROUP, "clusterroles")),
  /** Bind Roles whose rules the subject does not have. */
  BIND_ROLES(true, Ask.of(List.of("bind"), Rbac.GROUP, "roles")),
  /** Bind ClusterRoles whose rules the subject does not have, in a namespace. */
  BIND_CLUSTER_ROLES(true, Ask.of(List.of("bind"), Rbac.GROUP, "clusterroles")),
  /** Create or change RoleBindings. */
  ROLE_BINDINGS(true, Ask.of(WRITE, Rbac.GROUP, "rolebindings")),
  /** Create or change ClusterRoleBindings. */
  CLUSTER_ROLE_BINDINGS(false, Ask.of(WRITE, Rbac.GROUP, "clusterrolebindings")),
  /** Request certificates. */
  REQUEST_CERTIFICATES(
      false, Ask.of(List.of("create"), Rbac.CERTIFICATES, "certificatesigningrequests")),
  /** Approve requests for certificates. */
  APPROVE_CERTIFICATES(
      false, Ask.of(UPDATE, Rbac.CERTIFICATES, "certificatesigningrequests/approval")),
  /** Approve for a signer of certificates. */
  APPROVE_SIGNERS(false, Ask.of(List.of("approve"), Rbac.CERTIFICATES, "signers"));

  /** The API groups of more than one right. */
  private static final class Rbac {
    static final String GROUP = "rbac.authorization.k8s.io";
    static final String CERTIFICATES = "certificates.k8s.io";
  }

  private final boolean namespaced;

  @SuppressWarnings("ImmutableEnumChecker") // The list is a copy that cannot be changed.
  private final List<Ask> asks;

  Right(boolean namespaced, Ask... asks) {
    this.namespaced = namespaced;
    this.asks = List.of(asks);
  }

  /** Whether a RoleBinding can give the right, in its namespace. */
  public boolean namespaced() {
    return namespaced;
  }

  /** Returns the requests of which each gives the right. */
  public List<Ask> asks() {
    return asks;
  }
}
