package dev.zonec.kubernetes.live;

import dev.zonec.kubernetes.manifest.ReadFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unknown kinds that may select pods, as policies do. The server's schemas show the
 * possible fields of their objects. A kind without a schema may have any field.
 */
final class UnknownKinds {
  private static final String REFERENCE = "#/components/schemas/";

  private final ApiServer server;
  private final Map<String, Optional<Map<?, ?>>> schemas = new HashMap<>();

  UnknownKinds(ApiServer server) {
    this.server = server;
  }

  /** Returns the kinds of {@code resources} whose objects have to be read. */
  List<ApiResource> toRead(List<ApiResource> resources) {
    List<ApiResource> chosen = new ArrayList<>();
    for (ApiResource each : resources) {
      Optional<Map<?, ?>> all = schemas.computeIfAbsent(each.apiVersion(), this::ask);
      if (all.isEmpty() || maySelect(each, all.get())) {
        chosen.add(each);
      }
    }
    return chosen;
  }

  /**
   * Returns the schemas of a group and version by name; empty if the server does not provide them.
   */
  private Optional<Map<?, ?>> ask(String apiVersion) {
    return server.get("/openapi/v3/apis/" + apiVersion, "application/json")
                instanceof ApiAnswer.Body(Map<?, ?> json)
            && json.get("components") instanceof Map<?, ?> components
            && components.get("schemas") instanceof Map<?, ?> found
        ? Optional.of(found)
        : Optional.empty();
  }

  private static boolean maySelect(ApiResource resource, Map<?, ?> schemas) {
    boolean found = false;
    for (Object schema : schemas.values()) {
      if (isOf(schema, resource)) {
        found = true;
        if (new Walk(schemas).maySelect(schema)) {
          return true;
        }
      }
    }
    return !found;
  }

  private static boolean isOf(@Nullable Object schema, ApiResource resource) {
    return schema instanceof Map<?, ?> map
        && map.get("x-kubernetes-group-version-kind") instanceof List<?> kinds
        && kinds.stream()
            .anyMatch(
                each -> each instanceof Map<?, ?> kind && resource.kind().equals(kind.get("kind")));
  }

  /** Visits a schema and the schemas that it refers to. */
  private record Walk(Map<?, ?> schemas, Set<String> seen) {
    Walk(Map<?, ?> schemas) {
      this(schemas, new HashSet<>());
    }

    boolean maySelect(@Nullable Object schema) {
      return switch (schema) {
        case Map<?, ?> map -> fields(map);
        case List<?> list -> list.stream().anyMatch(this::maySelect);
        case null, default -> false;
      };
    }

    private boolean fields(Map<?, ?> schema) {
      if (Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
        return true;
      }
      if (schema.get("$ref") instanceof String reference
          && reference.startsWith(REFERENCE)
          && seen.add(reference)) {
        return maySelect(schemas.get(reference.substring(REFERENCE.length())));
      }
      if (schema.get("properties") instanceof Map<?, ?> properties) {
        for (Map.Entry<?, ?> each : properties.entrySet()) {
          if (ReadFields.countsInUnknownKind(String.valueOf(each.getKey()))
              || maySelect(each.getValue())) {
            return true;
          }
        }
      }
      return List.of("items", "additionalProperties", "allOf", "anyOf", "oneOf").stream()
          .anyMatch(part -> maySelect(schema.get(part)));
    }
  }
}
