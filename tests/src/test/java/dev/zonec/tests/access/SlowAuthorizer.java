package dev.zonec.tests.access;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/**
 * An authorizer that works on parsed manifests and compares every rule with every request, without
 * any code of zonec. Roles are aggregated as the controller does it: again and again, until no role
 * changes.
 */
final class SlowAuthorizer {
  private final List<Map<String, Object>> objects = new ArrayList<>();

  SlowAuthorizer(String manifests) {
    for (Object each : new Yaml().loadAll(manifests)) {
      objects.add(copy(each));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map<String, Object> role : objects) {
        if (role.containsKey("aggregationRule")) {
          changed |= aggregate(role);
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // Mappings of manifests have strings as keys.
  private static Map<String, Object> copy(Object object) {
    return (Map<String, Object>) object;
  }

  private static List<Object> list(Map<String, Object> from, String field) {
    return from.get(field) instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  private static Map<String, Object> map(Map<String, Object> from, String field) {
    return from.get(field) instanceof Map<?, ?> inner ? copy(inner) : Map.of();
  }

  private static String text(Map<String, Object> from, String field) {
    return from.get(field) instanceof String text ? text : "";
  }

  private boolean aggregate(Map<String, Object> role) {
    List<Object> rules = new ArrayList<>();
    for (Object selector : list(map(role, "aggregationRule"), "clusterRoleSelectors")) {
      for (Map<String, Object> other : objects) {
        if (other != role
            && text(other, "kind").equals("ClusterRole")
            && selects(copy(selector), map(map(other, "metadata"), "labels"))) {
          for (Object rule : list(other, "rules")) {
            if (!rules.contains(rule)) {
              rules.add(rule);
            }
          }
        }
      }
    }
    boolean changed = !new HashSet<>(rules).equals(new HashSet<>(list(role, "rules")));
    role.put("rules", rules);
    return changed;
  }

  private static boolean selects(Map<String, Object> selector, Map<String, Object> labels) {
    boolean equal =
        map(selector, "matchLabels").entrySet().stream()
            .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    return equal
        && list(selector, "matchExpressions").stream()
            .allMatch(
                each -> {
                  Object value = labels.get(text(copy(each), "key"));
                  List<Object> values = list(copy(each), "values");
                  return switch (text(copy(each), "operator")) {
                    case "In" -> value != null && values.contains(value);
                    case "NotIn" -> value == null || !values.contains(value);
                    case "Exists" -> value != null;
                    default -> value == null;
                  };
                });
  }

  boolean allows(Identity who, AccessRequest request) {
    String namespace = request instanceof AccessRequest.OfObjects asked ? asked.namespace() : "";
    for (Map<String, Object> binding : objects) {
      String in = text(map(binding, "metadata"), "namespace");
      boolean counts =
          text(binding, "kind").equals("ClusterRoleBinding")
              || (text(binding, "kind").equals("RoleBinding")
                  && !namespace.isEmpty()
                  && in.equals(namespace));
      if (counts && names(binding, in).stream().anyMatch(name -> isCalled(who, name))) {
        for (Object rule : rules(map(binding, "roleRef"), in)) {
          if (expanded(copy(rule), request).contains(words(request))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Set<String> names(Map<String, Object> binding, String namespace) {
    Set<String> names = new TreeSet<>();
    for (Object each : list(binding, "subjects")) {
      Map<String, Object> subject = copy(each);
      String name = text(subject, "name");
      String in = text(subject, "namespace");
      names.add(
          switch (text(subject, "kind")) {
            case "User" -> "u " + name;
            case "Group" -> "g " + name;
            default -> "u system:serviceaccount:" + (in.isEmpty() ? namespace : in) + ":" + name;
          });
    }
    return names;
  }

  private static boolean isCalled(Identity who, String name) {
    return name.equals("u " + who.user())
        || who.groups().stream().anyMatch(group -> name.equals("g " + group));
  }

  private List<Object> rules(Map<String, Object> reference, String namespace) {
    boolean ofCluster = text(reference, "kind").equals("ClusterRole");
    return objects.stream()
        .filter(each -> text(each, "kind").equals(text(reference, "kind")))
        .filter(each -> text(map(each, "metadata"), "name").equals(text(reference, "name")))
        .filter(each -> ofCluster || text(map(each, "metadata"), "namespace").equals(namespace))
        .flatMap(each -> list(each, "rules").stream())
        .toList();
  }

  private static String words(AccessRequest request) {
    return switch (request) {
      case AccessRequest.OfObjects(
              var verb,
              var group,
              var resource,
              var part,
              var name,
              var namespace) ->
          String.join(" ", verb, group, part.isEmpty() ? resource : resource + "/" + part, name);
      case AccessRequest.OfPath(var verb, var path) -> verb + " " + path;
    };
  }

  /** Writes out every request that a rule allows, of those that could equal {@code request}. */
  private static Set<String> expanded(Map<String, Object> rule, AccessRequest request) {
    Set<String> all = new HashSet<>();
    for (String verb : any(list(rule, "verbs"), request.verb())) {
      switch (request) {
        case AccessRequest.OfObjects asked -> {
          String whole =
              asked.subresource().isEmpty()
                  ? asked.resource()
                  : asked.resource() + "/" + asked.subresource();
          List<Object> names = list(rule, "resourceNames");
          for (String group : any(list(rule, "apiGroups"), asked.group())) {
            for (String resource : any(list(rule, "resources"), whole)) {
              String real =
                  resource.startsWith("*/") && !asked.subresource().isEmpty()
                      ? asked.resource() + resource.substring(1)
                      : resource;
              for (Object name : names.isEmpty() ? List.of((Object) asked.name()) : names) {
                all.add(String.join(" ", verb, group, real, name.toString()));
              }
            }
          }
        }
        case AccessRequest.OfPath(var same, var path) -> {
          for (Object pattern : list(rule, "nonResourceURLs")) {
            String written = pattern.toString();
            String start = written;
            while (start.endsWith("*")) {
              start = start.substring(0, start.length() - 1);
            }
            boolean prefix = written.endsWith("*") && path.startsWith(start);
            all.add(verb + " " + (prefix ? path : written));
          }
        }
      }
    }
    return all;
  }

  private static List<String> any(List<Object> allowed, String asked) {
    return allowed.contains("*") ? List.of(asked) : allowed.stream().map(Object::toString).toList();
  }
}
