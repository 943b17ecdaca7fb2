package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a StatefulSet's replicas.
 *
 * @param first the first number
 * @param count the number of replicas
 */
public record Ordinals(int first, int count) {
  static Ordinals of(HasMetadata object) {
    if (!(object instanceof StatefulSet set) || set.getSpec() == null) {
      return new Ordinals(0, 1);
    }
    StatefulSetSpec spec = set.getSpec();
    @Nullable StatefulSetOrdinals ordinals = spec.getOrdinals();
    int first = ordinals == null ? 0 : Optional.ofNullable(ordinals.getStart()).orElse(0);
    // A StatefulSet that is scaled to 0 still counts as having pods, because it can be scaled up
    // again.
    int count = Math.max(1, Optional.ofNullable(spec.getReplicas()).orElse(1));
    return new Ordinals(first, count);
  }

  /** Returns the number in {@code text}, if a replica has it. */
  OptionalInt parse(String text) {
    if (!text.matches("0|[1-9][0-9]{0,8}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number >= first && number - first < count ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** Returns the lowest number that is not in {@code others}. */
  OptionalInt firstBut(Set<Integer> others) {
    for (int i = 0; i < count && i <= others.size(); i++) {
      if (!others.contains(first + i)) {
        return OptionalInt.of(first + i);
      }
    }
    return OptionalInt.empty();
  }
}
