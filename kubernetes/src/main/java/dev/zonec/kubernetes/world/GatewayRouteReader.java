package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.Entrance.Other;
import dev.zonec.kubernetes.world.service.Entrance.Target;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the routes of the Gateway API as entrances. A gateway also connects to the back ends of
 * filters: copies of requests go to a mirror, and an authorization service is asked. A route whose
 * parents are Services is for connections inside a mesh and no entrance.
 */
final class GatewayRouteReader {
  /** The fields of a filter that have a back end. */
  private static final List<String> FILTERS = List.of("requestMirror", "externalAuth");

  private final ManifestObject manifest;
  private final ObjectName name;
  private final PlainFields spec;
  private final List<Target> targets = new ArrayList<>();
  private final List<Other> others = new ArrayList<>();

  GatewayRouteReader(ManifestObject manifest, ObjectName name, PlainFields spec) {
    this.manifest = manifest;
    this.name = name;
    this.spec = spec;
  }

  /** Returns the route as an entrance; empty if it is none. */
  Optional<Entrance> read(Protocol protocol) {
    List<PlainFields> parents = spec.list("parentRefs");
    if (!parents.isEmpty() && parents.stream().allMatch(GatewayRouteReader::isServiceParent)) {
      return Optional.empty();
    }
    List<PlainFields> rules = spec.list("rules");
    for (int i = 0; i < rules.size(); i++) {
      rule(rules.get(i), List.of("spec", "rules", i));
    }
    return Optional.of(
        new Entrance(
            name.kind(),
            name.namespace(),
            name.name(),
            protocol,
            targets,
            others,
            manifest.document().span()));
  }

  /**
   * Whether a parent is a Service. The group of a parent is that of gateways unless it is given.
   */
  private static boolean isServiceParent(PlainFields parent) {
    return parent.has("group")
        && parent.text("group").isEmpty()
        && parent.text("kind").filter("Service"::equals).isPresent();
  }

  private void rule(PlainFields rule, List<?> path) {
    List<PlainFields> backends = rule.list("backendRefs");
    for (int i = 0; i < backends.size(); i++) {
      PlainFields backend = backends.get(i);
      if (backend.number("weight").orElse(1) != 0) {
        List<?> place = below(path, "backendRefs", i);
        add(backend, place);
        filters(backend, place);
      }
    }
    filters(rule, path);
  }

  private void filters(PlainFields owner, List<?> path) {
    List<PlainFields> filters = owner.list("filters");
    for (int i = 0; i < filters.size(); i++) {
      for (String field : FILTERS) {
        List<Object> place = below(path, "filters", i);
        place.add(field);
        place.add("backendRef");
        add(filters.get(i).in(field).in("backendRef"), place);
      }
    }
  }

  private void add(PlainFields backend, List<?> path) {
    Optional<String> to = backend.text("name");
    if (to.isEmpty()) {
      return;
    }
    String kind = backend.text("kind").orElse("Service");
    String namespace = backend.text("namespace").orElse(name.namespace());
    if (backend.text("group").isEmpty() && kind.equals("Service")) {
      targets.add(
          new Target(
              namespace,
              to.get(),
              EntranceReader.choice(backend, "port", "port"),
              manifest.document().span(path)));
    } else {
      others.add(
          new Other(kind + " " + namespace + "/" + to.get(), manifest.document().span(path)));
    }
  }

  private static List<Object> below(List<?> path, String field, int index) {
    List<Object> below = new ArrayList<>(path);
    below.add(field);
    below.add(index);
    return below;
  }
}
