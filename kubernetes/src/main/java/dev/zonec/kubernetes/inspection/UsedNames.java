package dev.zonec.kubernetes.inspection;

import dev.zonec.kubernetes.manifest.PlainObject;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of the objects that a pod mounts or reads as environment variables.
 *
 * @param secrets the Secrets
 * @param configMaps the ConfigMaps
 * @param claims the PersistentVolumeClaims
 */
public record UsedNames(
    SortedSet<String> secrets, SortedSet<String> configMaps, SortedSet<String> claims) {
  /** Reads the specification of a pod. */
  static UsedNames of(PlainObject spec) {
    UsedNames names = new UsedNames(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (PlainObject volume : spec.list("volumes")) {
      add(volume.at("secret"), "secretName", names.secrets);
      add(volume.at("configMap"), "name", names.configMaps);
      add(volume.at("persistentVolumeClaim"), "claimName", names.claims);
      for (PlainObject source : volume.at("projected").list("sources")) {
        add(source.at("secret"), "name", names.secrets);
        add(source.at("configMap"), "name", names.configMaps);
      }
    }
    Stream.of("initContainers", "containers")
        .flatMap(field -> spec.list(field).stream())
        .forEach(
            container -> {
              for (PlainObject each : container.list("envFrom")) {
                add(each.at("secretRef"), "name", names.secrets);
                add(each.at("configMapRef"), "name", names.configMaps);
              }
              for (PlainObject each : container.list("env")) {
                PlainObject from = each.at("valueFrom");
                add(from.at("secretKeyRef"), "name", names.secrets);
                add(from.at("configMapKeyRef"), "name", names.configMaps);
              }
            });
    return names;
  }

  private static void add(PlainObject reference, String field, Set<String> names) {
    reference.optional(field).ifPresent(names::add);
  }
}
