package dev.zonec.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Authorizer;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.access.escalation.AccessAnalysis;
import dev.zonec.access.least.Job;
import dev.zonec.access.least.LeastRoles;
import dev.zonec.access.power.Power;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessReader;
import dev.zonec.kubernetes.access.AccessReading;
import dev.zonec.kubernetes.access.AccessRule;
import dev.zonec.kubernetes.access.DefaultRoles;
import dev.zonec.kubernetes.access.Role;
import dev.zonec.kubernetes.access.Subject;
import dev.zonec.kubernetes.manifest.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The written roles allow their jobs and nothing else, of everything that a role of Kubernetes
 * itself mentions.
 */
final class LeastRolesTest {
  private static final List<String> READING = List.of("get", "list");
  private static final List<String> VERBS =
      List.of(
          "get",
          "list",
          "watch",
          "create",
          "update",
          "patch",
          "delete",
          "deletecollection",
          "impersonate",
          "escalate",
          "bind",
          "approve");

  /** What each job may do except reading, with the resource and its group. */
  private static final Set<String> WRITTEN_POLICIES =
      Set.of(
          "networkpolicies.networking.k8s.io",
          "clusternetworkpolicies.policy.networking.k8s.io",
          "adminnetworkpolicies.policy.networking.k8s.io",
          "baselineadminnetworkpolicies.policy.networking.k8s.io",
          "ciliumnetworkpolicies.cilium.io",
          "ciliumclusterwidenetworkpolicies.cilium.io",
          "ciliumcidrgroups.cilium.io",
          "networkpolicies.crd.projectcalico.org",
          "networksets.crd.projectcalico.org",
          "globalnetworkpolicies.crd.projectcalico.org",
          "globalnetworksets.crd.projectcalico.org",
          "networkpolicies.projectcalico.org",
          "networksets.projectcalico.org",
          "globalnetworkpolicies.projectcalico.org",
          "globalnetworksets.projectcalico.org");

  private static final Set<String> OPERATORS_ALONE =
      Set.of(
          "patch pods.",
          "patch nodes.",
          "create persistentvolumeclaims.",
          "create volumesnapshots.snapshot.storage.k8s.io");

  private static final Set<String> NEVER_READ =
      Set.of("secrets.", "configmaps.", "pods/exec.", "pods/attach.", "nodes/proxy.");

  private static AccessObjects objects(Optional<String> namespace) {
    List<SourceText> texts =
        LeastRoles.files(namespace).stream()
            .map(file -> new SourceText(file.name(), file.text()))
            .toList();
    AccessReading reading = AccessReader.read(ManifestReader.read(texts).access(), "default");
    assertThat(reading.problems()).isEmpty();
    return reading.objects();
  }

  private static Subject.Group group(Job job) {
    return new Subject.Group("zonec:" + job.role().substring("zonec-".length()));
  }

  /** Returns every resource of the default roles and of the written ones, with its group. */
  private static Set<String> resources() {
    Set<String> all = new TreeSet<>(WRITTEN_POLICIES);
    all.addAll(NEVER_READ);
    List<Role> roles = new ArrayList<>(DefaultRoles.read());
    roles.addAll(objects(Optional.empty()).roles());
    for (Role role : roles) {
      for (AccessRule rule : role.rules()) {
        for (String group : rule.groups()) {
          rule.resources().stream()
              .filter(each -> !each.contains("*") && !group.equals("*"))
              .forEach(each -> all.add(each + "." + group));
        }
      }
    }
    return all;
  }

  private static AccessRequest request(String verb, String resource, String namespace) {
    int dot = resource.indexOf('.');
    String whole = resource.substring(0, dot);
    int slash = whole.indexOf('/');
    return new AccessRequest.OfObjects(
        verb,
        resource.substring(dot + 1),
        slash < 0 ? whole : whole.substring(0, slash),
        slash < 0 ? "" : whole.substring(slash + 1),
        "",
        namespace);
  }

  private static boolean mayWrite(Job job, String verb, String resource) {
    boolean policy = WRITTEN_POLICIES.contains(resource);
    return switch (job) {
      case READER -> false;
      case INCIDENT_OPERATOR ->
          (policy && List.of("create", "patch", "delete").contains(verb))
              || OPERATORS_ALONE.contains(verb + " " + resource);
      case POLICY_ADMINISTRATOR ->
          policy && List.of("create", "update", "patch", "delete").contains(verb);
    };
  }

  @Test
  void rolesWriteNothingBeyondTheirJob() {
    Authorizer authorizer = new Authorizer(objects(Optional.empty()));
    Set<String> resources = resources();
    assertThat(resources).hasSizeGreaterThan(150);
    for (Job job : Job.values()) {
      Identity identity = Identity.of(group(job));
      for (String resource : resources) {
        for (String verb : VERBS) {
          boolean allowed = authorizer.allows(identity, request(verb, resource, "shop"));
          if (READING.contains(verb)) {
            assertThat(allowed && NEVER_READ.contains(resource))
                .as("%s: %s %s", job, verb, resource)
                .isFalse();
          } else {
            assertThat(allowed)
                .as("%s: %s %s", job, verb, resource)
                .isEqualTo(mayWrite(job, verb, resource));
          }
        }
      }
    }
  }

  /** Every kind that zonec reads from a cluster can be listed. */
  @Test
  void everyRoleReadsWhatZonecReads() {
    Authorizer authorizer = new Authorizer(objects(Optional.empty()));
    for (Job job : Job.values()) {
      for (String resource :
          List.of(
              "namespaces.",
              "nodes.",
              "pods.",
              "services.",
              "endpoints.",
              "replicationcontrollers.",
              "serviceaccounts.",
              "deployments.apps",
              "statefulsets.apps",
              "daemonsets.apps",
              "replicasets.apps",
              "jobs.batch",
              "cronjobs.batch",
              "endpointslices.discovery.k8s.io",
              "networkpolicies.networking.k8s.io",
              "ingresses.networking.k8s.io",
              "httproutes.gateway.networking.k8s.io",
              "clusternetworkpolicies.policy.networking.k8s.io",
              "roles.rbac.authorization.k8s.io",
              "clusterrolebindings.rbac.authorization.k8s.io")) {
        assertThat(authorizer.allows(Identity.of(group(job)), request("list", resource, "")))
            .as("%s: %s", job, resource)
            .isTrue();
      }
    }
  }

  @Test
  void withANamespaceNothingElseCanBeChanged() {
    Authorizer authorizer = new Authorizer(objects(Optional.of("shop")));
    for (Job job : Job.values()) {
      Identity identity = Identity.of(group(job));
      for (String resource : resources()) {
        for (String verb : VERBS) {
          boolean elsewhere =
              authorizer.allows(identity, request(verb, resource, "data"))
                  || authorizer.allows(identity, request(verb, resource, ""));
          assertThat(elsewhere && !READING.contains(verb))
              .as("%s: %s %s", job, verb, resource)
              .isFalse();
          if (elsewhere) {
            assertThat(resource)
                .as("%s: %s", job, verb)
                .doesNotStartWith("pods")
                .doesNotStartWith("services")
                .doesNotStartWith("deployments");
          }
        }
      }
      assertThat(
              authorizer.allows(
                  identity, request("create", "networkpolicies.networking.k8s.io", "shop")))
          .isEqualTo(job != Job.READER);
    }
  }

  /** zonec's own analysis finds no power of a reader, and only policies of an administrator. */
  @Test
  void powersAreThoseOfTheJobs() {
    AccessAnalysis analysis =
        AccessAnalysis.of(objects(Optional.empty()).withDefaults(DefaultRoles.read()), List.of());
    assertThat(analysis.powers(group(Job.READER)).powers()).isEmpty();
    assertThat(analysis.powers(group(Job.POLICY_ADMINISTRATOR)).powers())
        .extracting(held -> held.power())
        .containsExactly(Power.CLUSTER_POLICIES, Power.POLICIES);
    assertThat(analysis.powers(group(Job.INCIDENT_OPERATOR)).powers())
        .extracting(held -> held.power())
        .containsExactly(Power.CLUSTER_POLICIES, Power.POLICIES, Power.POD_LABELS);
  }
}
