package dev.zonec.kubernetes.inspection;

import dev.zonec.kubernetes.manifest.DetailDocument;
import dev.zonec.kubernetes.manifest.DetailKind;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.PlainObject;
import dev.zonec.kubernetes.world.PodObjects;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the pods of workloads. */
public final class PodFactsReader {
  /** The greatest number of owners of an owner, so that a cycle ends. */
  private static final int MOST_OWNERS = 8;

  private final String defaultNamespace;
  private final PodObjects pods;
  private final Map<String, PlainObject> objects = new HashMap<>();
  private final Map<String, Boolean> accounts = new HashMap<>();
  private final Map<String, List<EventFact>> events = new HashMap<>();
  private final Map<String, Map<String, Map<String, String>>> usage = new HashMap<>();

  /**
   * @param defaultNamespace the namespace of objects that name none
   */
  public PodFactsReader(Manifests manifests, String defaultNamespace) {
    this.pods = new PodObjects(manifests, defaultNamespace);
    this.defaultNamespace = defaultNamespace;
    for (ManifestObject each : manifests.objects()) {
      PlainObject object = PlainObject.of(each.document());
      objects.put(each.kind() + " " + key(object.at("metadata")), object);
    }
    manifests.details().forEach(this::read);
  }

  private void read(DetailDocument document) {
    PlainObject object = PlainObject.of(document.document());
    String key = key(object.at("metadata"));
    if (document.kind() == DetailKind.SERVICE_ACCOUNT) {
      boolean mounts = !object.text("automountServiceAccountToken").equals("false");
      accounts.put(key, mounts);
    }
    if (document.kind() == DetailKind.EVENT) {
      PlainObject about = object.at("involvedObject");
      if (about.text("kind").equals("Pod")) {
        events.computeIfAbsent(key(about), pod -> new ArrayList<>()).add(event(object));
      }
    }
    if (document.kind() == DetailKind.POD_METRICS) {
      Map<String, Map<String, String>> containers = new HashMap<>();
      object
          .list("containers")
          .forEach(each -> containers.put(each.text("name"), texts(each.at("usage"))));
      usage.put(key, containers);
    }
  }

  private static EventFact event(PlainObject object) {
    String time =
        Stream.of(
                object.at("series").text("lastObservedTime"),
                object.text("lastTimestamp"),
                object.text("eventTime"),
                object.text("firstTimestamp"))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    return new EventFact(
        time,
        object.text("type"),
        object.text("reason"),
        object.text("message"),
        Math.max(1, Math.max(object.number("count"), object.at("series").number("count"))));
  }

  /**
   * Returns the pods of {@code workload}, or its template if no pod is known.
   *
   * @param only the only pod that is meant
   */
  public List<PodFacts> of(Workload workload, Optional<String> only) {
    List<PodFacts> found = new ArrayList<>();
    for (PlainObject pod : pods.of(workload, only)) {
      String name = pod.at("metadata").text("name");
      found.add(facts(pod, pod.at("spec"), workload.namespace(), name, true));
    }
    if (found.isEmpty()) {
      pods.object(workload)
          .ifPresent(
              each -> {
                PlainObject spec =
                    each.kind().equals("Pod")
                        ? PlainObject.of(each.document()).at("spec")
                        : PodObjects.templates(each).stream().findFirst().orElse(PlainObject.EMPTY);
                found.add(
                    facts(PlainObject.EMPTY, spec, workload.namespace(), workload.name(), false));
              });
    }
    return found;
  }

  private PodFacts facts(
      PlainObject pod, PlainObject spec, String namespace, String name, boolean running) {
    PlainObject status = pod.at("status");
    String account = spec.optional("serviceAccountName").orElse("default");
    Optional<Boolean> token =
        spec.has("automountServiceAccountToken")
            ? Optional.of(spec.flag("automountServiceAccountToken"))
            : Optional.ofNullable(accounts.get(namespace + "/" + account));
    List<String> shares = new ArrayList<>();
    for (String each : List.of("Network", "PID", "IPC")) {
      if (spec.flag("host" + each)) {
        shares.add(each);
      }
    }
    Map<String, PlainObject> statuses = new HashMap<>();
    Stream.of("containerStatuses", "initContainerStatuses")
        .flatMap(field -> status.list(field).stream())
        .forEach(each -> statuses.put(each.text("name"), each));
    Optional<Map<String, Map<String, String>>> used =
        Optional.ofNullable(usage.get(namespace + "/" + name));
    List<ContainerFacts> containers =
        Stream.of("initContainers", "containers")
            .flatMap(field -> spec.list(field).stream())
            .map(
                each ->
                    container(
                        each,
                        statuses.getOrDefault(each.text("name"), PlainObject.EMPTY),
                        used.flatMap(all -> Optional.ofNullable(all.get(each.text("name"))))))
            .toList();
    List<EventFact> happened =
        new ArrayList<>(events.getOrDefault(namespace + "/" + name, List.of()));
    happened.sort(
        Comparator.comparing(EventFact::time).reversed().thenComparing(EventFact::reason));
    return new PodFacts(
        namespace,
        name,
        running,
        status.text("phase"),
        spec.text("nodeName"),
        owners(pod, namespace),
        status.text("startTime"),
        account,
        token,
        UsedNames.of(spec),
        shares,
        containers,
        happened);
  }

  private List<String> owners(PlainObject pod, String namespace) {
    List<String> owners = new ArrayList<>();
    @Nullable PlainObject object = pod;
    while (object != null && owners.size() < MOST_OWNERS) {
      Optional<PlainObject> owner =
          object.at("metadata").list("ownerReferences").stream()
              .filter(each -> each.flag("controller"))
              .findFirst();
      if (owner.isEmpty()) {
        return owners;
      }
      String name = owner.get().text("kind") + " " + owner.get().text("name");
      owners.add(name);
      object =
          objects.get(owner.get().text("kind") + " " + namespace + "/" + owner.get().text("name"));
    }
    return owners;
  }

  private static ContainerFacts container(
      PlainObject container, PlainObject status, Optional<Map<String, String>> used) {
    PlainObject security = container.at("securityContext");
    List<String> rights = new ArrayList<>();
    if (security.flag("privileged")) {
      rights.add("privileged");
    }
    security.at("capabilities").texts("add").forEach(each -> rights.add("capability " + each));
    if (security.text("runAsUser").equals("0")) {
      rights.add("runs as root");
    }
    PlainObject state = status.at("state");
    String now =
        state.has("running")
            ? "running"
            : state
                .at("waiting")
                .optional("reason")
                .or(() -> state.at("terminated").optional("reason"))
                .orElse("");
    PlainObject last = status.at("lastState", "terminated");
    return new ContainerFacts(
        container.text("name"),
        container.text("image"),
        status.text("imageID"),
        now,
        status.number("restartCount"),
        last.fields().isEmpty()
            ? ""
            : last.optional("reason").orElse("terminated")
                + " (exit code "
                + last.number("exitCode")
                + ")",
        texts(container.at("resources", "requests")),
        texts(container.at("resources", "limits")),
        used,
        rights,
        container.list("ports").stream()
            .map(
                port ->
                    port.optional("protocol").orElse("TCP").toLowerCase(Locale.ROOT)
                        + "/"
                        + port.text("containerPort"))
            .toList());
  }

  private String key(PlainObject metadata) {
    return metadata.optional("namespace").orElse(defaultNamespace) + "/" + metadata.text("name");
  }

  private static Map<String, String> texts(PlainObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.fields().forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }
}
