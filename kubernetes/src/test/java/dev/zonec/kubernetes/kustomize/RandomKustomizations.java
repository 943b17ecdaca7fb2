package dev.zonec.kubernetes.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a base, perhaps a component, and an overlay that change objects in random ways. */
final class RandomKustomizations {
  private static final List<String> NAMES = List.of("web", "db", "api");
  private static final List<String> WORDS = List.of("a", "b", "x-y", "one");

  private final Random random;
  private final Path root;
  private final List<String> present = new ArrayList<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> namespaces = new HashMap<>();

  private RandomKustomizations(long seed, Path root) {
    this.random = new Random(seed);
    this.root = root;
  }

  /** Writes one below {@code root}, and gives the folder to build. */
  static Path write(long seed, Path root) throws IOException {
    return new RandomKustomizations(seed, root).write();
  }

  private Path write() throws IOException {
    Path base = folder("base");
    List<String> resources = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(4) > 0) {
        resources.add(name + ".yaml");
        present.add(name);
        Files.writeString(base.resolve(name + ".yaml"), objects(name));
      }
    }
    if (resources.isEmpty()) {
      resources.add("web.yaml");
      present.add("web");
      Files.writeString(base.resolve("web.yaml"), objects("web"));
    }
    kustomization(base, "Kustomization", resources, List.of());
    boolean component = chance(3);
    if (component) {
      kustomization(folder("part"), "Component", List.of(), List.of());
    }
    Path overlay = folder("overlays/prod");
    List<String> own = new ArrayList<>(List.of("../../base"));
    if (chance(3)) {
      own.add("extra.yaml");
      Files.writeString(overlay.resolve("extra.yaml"), policy("extra"));
    }
    kustomization(overlay, "Kustomization", own, component ? List.of("../../part") : List.of());
    return overlay;
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String one(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String counted() {
    List<String> counted =
        present.stream().filter(each -> !kinds.get(each).equals("DaemonSet")).toList();
    return one(counted);
  }

  private String namespace(String object) {
    String namespace = namespace();
    namespaces.put(object, namespace);
    return namespace;
  }

  /** The namespace of an object of the base, or seldom another. */
  private String known(String object) {
    return chance(12) ? namespace() : namespaces.getOrDefault(object, "");
  }

  /** A name of the base, or seldom another. */
  private String name() {
    return chance(25) ? one(NAMES) : one(present);
  }

  private String namespace() {
    return chance(4) ? "  namespace: " + one(List.of("shop", "default")) + "\n" : "";
  }

  private String objects(String name) {
    StringBuilder out = new StringBuilder(workload(name));
    out.append("---\n").append(service(name));
    if (chance(2)) {
      out.append("---\n").append(policy(name));
    }
    if (chance(3)) {
      out.append("---\n").append(ingress(name));
    }
    if (chance(5)) {
      out.append("---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: ns-" + name + "\n");
    }
    if (chance(5)) {
      out.append("---\n").append(cronJob(name));
    }
    return out.toString();
  }

  private String workload(String name) {
    String kind = one(List.of("Deployment", "StatefulSet", "DaemonSet"));
    kinds.put(name, kind);
    return "apiVersion: apps/v1\nkind: "
        + kind
        + "\nmetadata:\n  name: "
        + name
        + "\n"
        + namespace(kind + name)
        + (chance(2) ? "  labels: {tier: " + one(WORDS) + "}\n" : "")
        + "spec:\n"
        + (chance(2) && !kind.equals("DaemonSet") ? "  replicas: 2\n" : "")
        + (kind.equals("StatefulSet") ? "  serviceName: " + one(NAMES) + "\n" : "")
        + "  selector:\n    matchLabels: {app: "
        + name
        + "}\n  template:\n    metadata:\n      labels: {app: "
        + name
        + "}\n    spec:\n      containers:\n      - name: main\n        image: i\n"
        + ports()
        + (chance(2) ? "      - name: side\n        image: s\n" + ports() : "");
  }

  private String ports() {
    StringBuilder out = new StringBuilder();
    if (chance(3)) {
      return "";
    }
    out.append("        ports:\n");
    out.append("        - containerPort: 80\n");
    if (chance(2)) {
      out.append("          protocol: " + one(List.of("TCP", "UDP")) + "\n");
    }
    if (chance(2)) {
      out.append("          name: http\n");
    }
    if (chance(2)) {
      out.append("        - containerPort: 9090\n");
    }
    return out.toString();
  }

  private String service(String name) {
    return "apiVersion: v1\nkind: Service\nmetadata:\n  name: "
        + name
        + "\n"
        + namespace("Service" + name)
        + "spec:\n  selector: {app: "
        + name
        + "}\n  ports:\n  - port: 80\n"
        + (chance(2) ? "    targetPort: http\n" : "")
        + (chance(2) ? "  - port: 90\n    name: second\n    protocol: TCP\n" : "");
  }

  private String policy(String name) {
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: "
        + name
        + "\n"
        + namespace()
        + "spec:\n  podSelector: "
        + (chance(3) ? "{}" : "{matchLabels: {app: " + name + "}}")
        + "\n  policyTypes: [Ingress]\n  ingress:\n"
        + "  - from:\n    - podSelector: {matchLabels: {app: "
        + one(NAMES)
        + "}}\n"
        + (chance(2) ? "    - namespaceSelector: {matchLabels: {team: a}}\n" : "")
        + (chance(2) ? "    ports:\n    - port: 80\n" : "")
        + (chance(3)
            ? "  egress:\n  - to:\n    - podSelector: {matchLabels: {app: x}}\n"
                + "      namespaceSelector: {}\n"
            : "");
  }

  private String ingress(String name) {
    return "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: "
        + name
        + "\n"
        + namespace()
        + "spec:\n  rules:\n  - http:\n      paths:\n      - path: /\n        pathType: Prefix\n"
        + "        backend: {service: {name: "
        + one(NAMES)
        + ", port: {number: 80}}}\n";
  }

  private String cronJob(String name) {
    return "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: "
        + name
        + "\n"
        + namespace()
        + "spec:\n  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n      template:\n"
        + "        metadata: {labels: {job: "
        + name
        + "}}\n        spec:\n          restartPolicy: Never\n"
        + "          containers: [{name: main, image: i}]\n";
  }

  private void kustomization(
      Path folder, String kind, List<String> resources, List<String> components)
      throws IOException {
    StringBuilder out = new StringBuilder();
    String version = kind.equals("Component") ? "v1alpha1" : "v1beta1";
    out.append("apiVersion: kustomize.config.k8s.io/" + version + "\nkind: " + kind + "\n");
    list(out, "resources", resources);
    list(out, "components", components);
    if (chance(3)) {
      out.append("namespace: " + one(List.of("prod", "dev")) + "\n");
    }
    if (chance(3)) {
      out.append("namePrefix: " + one(WORDS) + "-\n");
    }
    if (chance(4)) {
      out.append("nameSuffix: -" + one(WORDS) + "\n");
    }
    if (chance(4)) {
      out.append("commonLabels: {team: " + one(WORDS) + ", part: '1'}\n");
    }
    if (chance(5)) {
      out.append("commonAnnotations: {note: " + (chance(20) ? "n" : "text") + "}\n");
    }
    if (chance(3)) {
      out.append("labels:\n- pairs: {env: " + one(WORDS) + "}\n");
      if (chance(2)) {
        out.append("  includeSelectors: true\n");
      } else if (chance(2)) {
        out.append("  includeTemplates: true\n");
      }
      if (chance(3)) {
        out.append(
            "  fields:\n"
                + "  - {path: spec/template/metadata/labels, kind: Deployment, create: true}\n");
      }
    }
    if (chance(4) && present.stream().anyMatch(each -> !kinds.get(each).equals("DaemonSet"))) {
      out.append("replicas:\n- {name: " + counted() + ", count: 5}\n");
    }
    patches(out, folder);
    Files.writeString(folder.resolve("kustomization.yaml"), out.toString());
  }

  private static void list(StringBuilder out, String field, List<String> items) {
    if (!items.isEmpty()) {
      out.append(field + ":\n");
      items.forEach(item -> out.append("- " + item + "\n"));
    }
  }

  private void patches(StringBuilder out, Path folder) throws IOException {
    if (chance(2)) {
      out.append("patches:\n");
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        patch(out, folder, i);
      }
    }
    if (chance(6)) {
      Files.writeString(folder.resolve("merge.yaml"), strategic(name(), false));
      out.append("patchesStrategicMerge: [merge.yaml]\n");
    }
    if (chance(6)) {
      out.append("patchesJson6902:\n- target: {version: v1, kind: Service, name: ")
          .append(one(NAMES))
          .append("}\n  patch: |-\n")
          .append(indented(operation()));
    }
  }

  private void patch(StringBuilder out, Path folder, int number) throws IOException {
    String text = chance(3) ? operation() : strategic(name(), chance(2));
    boolean json = text.startsWith("- op");
    if (chance(2)) {
      String file = "patch" + number + ".yaml";
      Files.writeString(folder.resolve(file), text);
      out.append("- path: " + file + "\n");
    } else {
      out.append("- patch: |-\n" + indented(text));
    }
    if (json || chance(3)) {
      out.append("  target:\n");
      String kind =
          json && chance(2) ? "Service" : one(List.of("Deployment", "Stateful.*", "Service"));
      out.append("    kind: " + kind + "\n");
      if (chance(2)) {
        out.append("    name: " + one(List.of("web", "w.*", "db|api", "x.*", ".*web.*")) + "\n");
      }
      if (chance(4)) {
        out.append(
            "    labelSelector: " + one(List.of("tier=a", "'tier in (a, b)'", "'!tier'")) + "\n");
      }
      if (chance(6)) {
        out.append("    namespace: " + one(List.of("default", "shop", "prod")) + "\n");
      }
    } else if (chance(8)) {
      out.append("  options: {allowNameChange: true}\n");
    }
  }

  private String strategic(String name, boolean service) {
    if (service) {
      return "apiVersion: v1\nkind: Service\nmetadata:\n  name: "
          + name
          + "\n"
          + known("Service" + name)
          + one(
              List.of(
                  "spec:\n  ports:\n  - port: 443\n",
                  "spec:\n  ports:\n  - port: 80\n    targetPort: 8080\n",
                  "spec:\n  ports:\n  - $patch: replace\n  - port: 81\n",
                  "spec:\n  selector: {$patch: replace, app: other}\n",
                  "spec:\n  selector: {app: null, new: b}\n",
                  "spec:\n  ports:\n  - port: 90\n    protocol: TCP\n    targetPort: 9\n",
                  "$patch: delete\n",
                  "spec:\n  type: NodePort\n"));
    }
    return "apiVersion: apps/v1\nkind: "
        + (chance(25) ? "StatefulSet" : kinds.getOrDefault(name, "Deployment"))
        + "\nmetadata:\n  name: "
        + name
        + "\n"
        + known(kinds.getOrDefault(name, "") + name)
        + one(
            List.of(
                "spec:\n  replicas: 7\n",
                "  labels: {patched: 'true'}\n",
                "spec:\n  template:\n    metadata:\n      labels: {app: patched}\n",
                "spec:\n  template:\n    spec:\n      containers:\n      - name: new\n"
                    + "        image: new\n",
                "spec:\n  template:\n    spec:\n      containers:\n      - name: main\n"
                    + "        ports:\n        - containerPort: 8443\n",
                "spec:\n  template:\n    spec:\n      containers:\n      - name: main\n"
                    + "        ports:\n        - containerPort: 80\n          protocol: TCP\n"
                    + "          name: changed\n",
                "spec:\n  template:\n    spec:\n      containers:\n      - name: side\n"
                    + "        $patch: delete\n",
                "spec:\n  template:\n    spec:\n      hostNetwork: true\n      containers:\n"
                    + "      - name: main\n        ports:\n        - $patch: replace\n"
                    + "        - containerPort: 1\n",
                "spec:\n  template:\n    spec:\n      containers: null\n",
                "$patch: delete\n"));
  }

  private String operation() {
    return one(
        List.of(
            "- op: replace\n  path: /metadata/name\n  value: renamed\n",
            "- op: add\n  path: /spec/type\n  value: NodePort\n",
            "- op: add\n  path: /spec/template\n  value: {x: y}\n",
            "- op: add\n  path: /metadata/labels\n  value: {env: 'yes', json: a}\n",
            "- op: add\n  path: /metadata/labels\n  value: {json: 'yes'}\n",
            "- op: add\n  path: /metadata/labels/x~1y\n  value: v\n",
            "- op: remove\n  path: /spec/selector\n",
            "- op: replace\n  path: /spec/ports/0/port\n  value: 8000\n",
            "- op: add\n  path: /spec/ports/-\n  value: {port: 7000}\n",
            "- op: copy\n  from: /spec/selector\n  path: /spec/copied\n",
            "- op: test\n  path: /spec/ports/0/port\n  value: 80\n"
                + "- op: remove\n  path: /spec/ports/0\n",
            "- op: replace\n  path: /metadata/namespace\n  value: moved\n"));
  }

  private static String indented(String text) {
    return text.lines().map(line -> "    " + line + "\n").reduce("", String::concat);
  }
}
