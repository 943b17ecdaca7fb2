package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.ReadFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kinds beyond the built-in ones that affect connections. {@link ReadFields} tells which
 * kinds do, as for files.
 */
final class Discovery {
  /**
   * The kinds of a server.
   *
   * @param resources the kinds to read, sorted by group
   * @param unknown unknown kinds, whose objects may select pods
   * @param problems problems that leave kinds unknown
   */
  record Found(List<ApiResource> resources, List<ApiResource> unknown, List<Diagnostic> problems) {
    /** Copies the lists. */
    public Found {
      resources = List.copyOf(resources);
      unknown = List.copyOf(unknown);
      problems = List.copyOf(problems);
    }
  }

  /** A version of a group. The version that the server prefers is the first one of its group. */
  private record Version(String apiVersion, List<ApiResource> resources) {}

  /**
   * The media types for all groups in one answer, which servers support since Kubernetes 1.26, or
   * else only their names.
   */
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";

  /**
   * Groups without policies: old names of built-in kinds, objects that Antrea computes from
   * policies of other groups, and metrics, whose servers are often unavailable.
   */
  private static final Set<String> WITHOUT_POLICIES =
      Set.of(
          "extensions",
          "controlplane.antrea.io",
          "stats.antrea.io",
          "metrics.k8s.io",
          "custom.metrics.k8s.io",
          "external.metrics.k8s.io");

  private final ApiServer server;
  private final UnreadProblems unread;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, List<Version>> groups = new LinkedHashMap<>();

  private Discovery(ApiServer server, UnreadProblems unread) {
    this.server = server;
    this.unread = unread;
  }

  static Found of(ApiServer server, UnreadProblems unread) {
    Discovery discovery = new Discovery(server, unread);
    ApiAnswer answer = server.get("/apis", AGGREGATED);
    if (answer instanceof ApiAnswer.Body(Map<?, ?> json)
        && json.get("items") instanceof List<?> items
        && "APIGroupDiscoveryList".equals(json.get("kind"))) {
      items.forEach(discovery::addAggregated);
    } else if (answer instanceof ApiAnswer.Body(Map<?, ?> json)
        && json.get("groups") instanceof List<?> groups) {
      groups.forEach(discovery::addByRequests);
    } else {
      discovery.problems.add(unread.kinds("the cluster", answer));
    }
    List<ApiResource> unknown = new UnknownKinds(server).toRead(discovery.unknown());
    return new Found(discovery.chosen(), unknown, discovery.problems);
  }

  private void addAggregated(@Nullable Object item) {
    String group = text(map(map(item).get("metadata")), "name");
    for (Object each : list(map(item).get("versions"))) {
      Map<?, ?> version = map(each);
      String apiVersion = group + "/" + text(version, "version");
      if ("Stale".equals(version.get("freshness")) && mayHoldPolicies(group)) {
        problems.add(unread.kinds(apiVersion, new ApiAnswer.Refused(503, "")));
      }
      List<ApiResource> resources = new ArrayList<>();
      for (Object resource : list(version.get("resources"))) {
        if (list(map(resource).get("verbs")).contains("list")) {
          resources.add(
              new ApiResource(
                  apiVersion,
                  text(map(map(resource).get("responseKind")), "kind"),
                  text(map(resource), "resource"),
                  "Namespaced".equals(map(resource).get("scope"))));
        }
      }
      add(group, new Version(apiVersion, resources));
    }
  }

  private void addByRequests(@Nullable Object item) {
    String group = text(map(item), "name");
    if (!mayHoldPolicies(group)) {
      return;
    }
    String preferred = text(map(map(item).get("preferredVersion")), "groupVersion");
    List<String> versions = new ArrayList<>();
    versions.add(preferred);
    list(map(item).get("versions")).stream()
        .map(version -> text(map(version), "groupVersion"))
        .filter(version -> !version.equals(preferred))
        .forEach(versions::add);
    versions.stream().filter(v -> !v.isEmpty()).forEach(v -> request(group, v));
  }

  private void request(String group, String apiVersion) {
    ApiAnswer answer = server.get("/apis/" + apiVersion, "application/json");
    if (!(answer instanceof ApiAnswer.Body(Map<?, ?> json))
        || !(json.get("resources") instanceof List<?> served)) {
      boolean gone = answer instanceof ApiAnswer.Refused refused && refused.status() == 404;
      if (!gone) {
        problems.add(unread.kinds(apiVersion, answer));
      }
      return;
    }
    List<ApiResource> resources = new ArrayList<>();
    for (Object each : served) {
      Map<?, ?> resource = map(each);
      String plural = text(resource, "name");
      // A name with a slash is a subresource, such as the status.
      if (plural.indexOf('/') < 0 && list(resource.get("verbs")).contains("list")) {
        resources.add(
            new ApiResource(
                apiVersion,
                text(resource, "kind"),
                plural,
                Boolean.TRUE.equals(resource.get("namespaced"))));
      }
    }
    add(group, new Version(apiVersion, resources));
  }

  private void add(String group, Version version) {
    if (mayHoldPolicies(group)) {
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(version);
    }
  }

  private static boolean mayHoldPolicies(String group) {
    return !WITHOUT_POLICIES.contains(group);
  }

  /**
   * Returns each kind once, in a version that zonec models if there is one, or else in the
   * preferred one.
   */
  private List<ApiResource> chosen() {
    List<ApiResource> chosen = new ArrayList<>();
    groups.forEach(
        (group, versions) -> {
          Map<String, ApiResource> kinds = new LinkedHashMap<>();
          for (Version version : versions) {
            for (ApiResource resource : version.resources()) {
              Optional<ReadFields> fields = ReadFields.of(resource.apiVersion(), resource.kind());
              if (fields.isEmpty() || BuiltinResources.has(group, resource.kind())) {
                continue;
              }
              @Nullable ApiResource before = kinds.get(resource.plural());
              if (before == null || (fields.get().modelled() && !isModelled(before))) {
                kinds.put(resource.plural(), resource);
              }
            }
          }
          chosen.addAll(kinds.values());
        });
    return chosen;
  }

  /** Returns each unknown kind in the preferred version. */
  private List<ApiResource> unknown() {
    Map<String, ApiResource> kinds = new LinkedHashMap<>();
    groups.forEach(
        (group, versions) -> {
          for (Version version : versions) {
            for (ApiResource resource : version.resources()) {
              if (ReadFields.isUnknown(resource.apiVersion(), resource.kind())) {
                kinds.putIfAbsent(resource.fullName(), resource);
              }
            }
          }
        });
    return List.copyOf(kinds.values());
  }

  private static boolean isModelled(ApiResource resource) {
    return ReadFields.of(resource.apiVersion(), resource.kind())
        .filter(ReadFields::modelled)
        .isPresent();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }
}
