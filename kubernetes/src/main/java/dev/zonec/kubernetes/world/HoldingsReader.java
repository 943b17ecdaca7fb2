package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the Secrets, claims and service account that pods use. */
final class HoldingsReader {
  private final SortedSet<String> secrets = new TreeSet<>();
  private final SortedSet<String> claims = new TreeSet<>();
  private String serviceAccount = Holdings.DEFAULT_ACCOUNT;
  private Optional<Boolean> token = Optional.empty();

  private HoldingsReader() {}

  /**
   * Reads the pods of {@code object}.
   *
   * @param specs the specifications of its pods
   */
  static Holdings read(HasMetadata object, Stream<PodSpec> specs) {
    HoldingsReader reader = new HoldingsReader();
    specs.forEach(reader::add);
    if (object instanceof StatefulSet set && set.getSpec() != null) {
      reader.addTemplates(set);
    }
    return new Holdings(reader.secrets, reader.claims, reader.serviceAccount, reader.token);
  }

  private void add(PodSpec spec) {
    @Nullable String account = spec.getServiceAccountName();
    if (account != null && !account.isEmpty()) {
      serviceAccount = account;
    }
    if (spec.getAutomountServiceAccountToken() != null) {
      setToken(spec.getAutomountServiceAccountToken());
    }
    orEmpty(spec.getVolumes()).forEach(this::add);
    Stream.concat(
            orEmpty(spec.getContainers()).stream(), orEmpty(spec.getInitContainers()).stream())
        .forEach(this::add);
  }

  private void add(Volume volume) {
    if (volume.getSecret() != null) {
      addTo(secrets, volume.getSecret().getSecretName());
    }
    if (volume.getPersistentVolumeClaim() != null) {
      addTo(claims, volume.getPersistentVolumeClaim().getClaimName());
    }
    if (volume.getProjected() != null) {
      for (VolumeProjection source : orEmpty(volume.getProjected().getSources())) {
        if (source.getSecret() != null) {
          addTo(secrets, source.getSecret().getName());
        }
        if (source.getServiceAccountToken() != null) {
          setToken(true);
        }
      }
    }
  }

  /** A token of one source is enough. */
  private void setToken(boolean received) {
    token = Optional.of(received || token.orElse(false));
  }

  private void add(Container container) {
    for (EnvFromSource source : orEmpty(container.getEnvFrom())) {
      if (source.getSecretRef() != null) {
        addTo(secrets, source.getSecretRef().getName());
      }
    }
    for (EnvVar variable : orEmpty(container.getEnv())) {
      if (variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null) {
        addTo(secrets, variable.getValueFrom().getSecretKeyRef().getName());
      }
    }
  }

  /** Adds the claims that a StatefulSet creates: one of each template for each replica. */
  private void addTemplates(StatefulSet set) {
    Ordinals ordinals = Ordinals.of(set);
    int count = Math.min(ordinals.count(), PodNames.Replicas.MOST);
    for (PersistentVolumeClaim template : orEmpty(set.getSpec().getVolumeClaimTemplates())) {
      if (template.getMetadata() == null || template.getMetadata().getName() == null) {
        continue;
      }
      String prefix = template.getMetadata().getName() + "-" + set.getMetadata().getName() + "-";
      for (int i = 0; i < count; i++) {
        claims.add(prefix + (ordinals.first() + i));
      }
    }
  }

  private static void addTo(SortedSet<String> names, @Nullable String name) {
    if (name != null && !name.isEmpty()) {
      names.add(name);
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
