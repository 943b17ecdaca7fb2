package dev.zonec.verifier.manifest;

import static dev.zonec.verifier.manifest.Shape.closed;
import static dev.zonec.verifier.manifest.Shape.list;
import static dev.zonec.verifier.manifest.Shape.open;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;

/** Which kinds count, and which of their fields. */
final class Kinds {
  /** What a kind is to zonec. */
  sealed interface Kind {
    /** Read into an object. */
    record Read(Class<? extends HasMetadata> type, Shape shape) implements Kind {}

    /** A policy that is not modelled. */
    record Unmodelled() implements Kind {}

    /** Without a say in what connects. */
    record Skipped() implements Kind {}
  }

  private static final Shape TEXT = new Shape.Text();
  private static final Shape WHOLE = new Shape.Whole();
  private static final Shape WHOLE_OR_TEXT = new Shape.WholeOrText();
  private static final Shape FLAG = new Shape.Flag();
  private static final Shape IGNORED = new Shape.Ignored();
  private static final Shape TEXTS = new Shape.Texts();

  private static final Shape METADATA =
      open(
          Map.of(
              "name",
              TEXT,
              "namespace",
              TEXT,
              "labels",
              TEXTS,
              "ownerReferences",
              list(open(Map.of("kind", TEXT, "name", TEXT, "controller", FLAG)))));

  private static final Shape CONTAINERS =
      list(
          open(
              Map.of(
                  "name",
                  TEXT,
                  "restartPolicy",
                  TEXT,
                  "ports",
                  list(open(Map.of("name", TEXT, "containerPort", WHOLE, "protocol", TEXT))))));

  private static final Shape POD_SPEC =
      open(
          Map.of(
              "nodeName", TEXT,
              "hostNetwork", FLAG,
              "containers", CONTAINERS,
              "initContainers", CONTAINERS));

  private static final Shape TEMPLATE = open(Map.of("metadata", METADATA, "spec", POD_SPEC));

  private static final Shape CONTROLLER = object(open(Map.of("template", TEMPLATE)));

  private static final Shape CRON_JOB =
      object(open(Map.of("jobTemplate", open(Map.of("spec", open(Map.of("template", TEMPLATE)))))));

  private static final Shape POD =
      open(
          Map.of(
              "apiVersion",
              TEXT,
              "kind",
              TEXT,
              "metadata",
              METADATA,
              "spec",
              POD_SPEC,
              "status",
              open(
                  Map.of("phase", TEXT, "podIP", TEXT, "podIPs", list(open(Map.of("ip", TEXT)))))));

  private static final Shape NAMESPACE =
      open(Map.of("apiVersion", TEXT, "kind", TEXT, "metadata", METADATA));

  private static final Shape NODE =
      open(
          Map.of(
              "apiVersion",
              TEXT,
              "kind",
              TEXT,
              "metadata",
              METADATA,
              "status",
              open(Map.of("addresses", list(open(Map.of("type", TEXT, "address", TEXT)))))));

  private static final Shape SERVICE =
      object(
          open(
              Map.of(
                  "type",
                  TEXT,
                  "selector",
                  TEXTS,
                  "ports",
                  list(
                      open(
                          Map.of(
                              "name",
                              TEXT,
                              "protocol",
                              TEXT,
                              "port",
                              WHOLE,
                              "targetPort",
                              WHOLE_OR_TEXT))))));

  private static final Shape SELECTOR =
      closed(
          Map.of(
              "matchLabels",
              TEXTS,
              "matchExpressions",
              list(closed(Map.of("key", TEXT, "operator", TEXT, "values", list(TEXT))))));

  private static final Shape PEERS =
      list(
          closed(
              Map.of(
                  "podSelector",
                  SELECTOR,
                  "namespaceSelector",
                  SELECTOR,
                  "ipBlock",
                  closed(Map.of("cidr", TEXT, "except", list(TEXT))))));

  private static final Shape PORTS =
      list(closed(Map.of("protocol", TEXT, "port", WHOLE_OR_TEXT, "endPort", WHOLE)));

  private static final Shape NETWORK_POLICY =
      closed(
          Map.of(
              "apiVersion",
              TEXT,
              "kind",
              TEXT,
              "metadata",
              closed(
                  Map.ofEntries(
                      Map.entry("name", TEXT),
                      Map.entry("namespace", TEXT),
                      Map.entry("labels", TEXTS),
                      Map.entry("annotations", TEXTS),
                      Map.entry("generateName", IGNORED),
                      Map.entry("uid", IGNORED),
                      Map.entry("resourceVersion", IGNORED),
                      Map.entry("generation", IGNORED),
                      Map.entry("creationTimestamp", IGNORED),
                      Map.entry("deletionTimestamp", IGNORED),
                      Map.entry("deletionGracePeriodSeconds", IGNORED),
                      Map.entry("ownerReferences", IGNORED),
                      Map.entry("finalizers", IGNORED),
                      Map.entry("managedFields", IGNORED),
                      Map.entry("selfLink", IGNORED))),
              "spec",
              closed(
                  Map.of(
                      "podSelector",
                      SELECTOR,
                      "policyTypes",
                      list(TEXT),
                      "ingress",
                      list(closed(Map.of("from", PEERS, "ports", PORTS))),
                      "egress",
                      list(closed(Map.of("to", PEERS, "ports", PORTS))))),
              "status",
              IGNORED));

  private static final Map<String, Kind> CORE =
      Map.of(
          "Namespace", new Kind.Read(Namespace.class, NAMESPACE),
          "Node", new Kind.Read(Node.class, NODE),
          "Pod", new Kind.Read(Pod.class, POD),
          "ReplicationController", new Kind.Read(ReplicationController.class, CONTROLLER),
          "Service", new Kind.Read(Service.class, SERVICE));

  private static final Map<String, Kind> APPS =
      Map.of(
          "Deployment", new Kind.Read(Deployment.class, CONTROLLER),
          "ReplicaSet", new Kind.Read(ReplicaSet.class, CONTROLLER),
          "StatefulSet", new Kind.Read(StatefulSet.class, CONTROLLER),
          "DaemonSet", new Kind.Read(DaemonSet.class, CONTROLLER));

  private static final Map<String, Kind> BATCH =
      Map.of(
          "Job", new Kind.Read(Job.class, CONTROLLER),
          "CronJob", new Kind.Read(CronJob.class, CRON_JOB));

  private Kinds() {}

  private static Shape object(Shape spec) {
    return open(Map.of("apiVersion", TEXT, "kind", TEXT, "metadata", METADATA, "spec", spec));
  }

  /** What {@code kind} of the group and version {@code apiVersion} is. */
  static Kind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    if (apiVersion.equals("networking.k8s.io/v1") && kind.equals("NetworkPolicy")) {
      return new Kind.Read(NetworkPolicy.class, NETWORK_POLICY);
    }
    if (isUnmodelled(group, kind)) {
      return new Kind.Unmodelled();
    }
    return switch (group) {
      case "" -> CORE.getOrDefault(kind, new Kind.Skipped());
      // The templates of older versions have the same fields.
      case "apps", "extensions" -> APPS.getOrDefault(kind, new Kind.Skipped());
      case "batch" -> BATCH.getOrDefault(kind, new Kind.Skipped());
      default -> new Kind.Skipped();
    };
  }

  private static boolean isUnmodelled(String group, String kind) {
    if (kind.endsWith("NetworkPolicy")) {
      return true;
    }
    boolean calico = group.equals("projectcalico.org") || group.endsWith(".projectcalico.org");
    boolean antrea = group.equals("antrea.io") || group.endsWith(".antrea.io");
    return (calico && (kind.endsWith("NetworkSet") || kind.endsWith("Tier")))
        || (antrea && (kind.endsWith("Policy") || kind.endsWith("Group") || kind.equals("Tier")))
        || (group.equals("cilium.io") && kind.endsWith("Policy"))
        || (group.equals("security.istio.io") && kind.equals("AuthorizationPolicy"));
  }
}
