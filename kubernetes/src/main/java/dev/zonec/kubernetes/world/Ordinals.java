package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a StatefulSet's replicas, or of an indexed Job's pods.
 *
 * @param first the first number
 * @param count the number of replicas
 */
public record Ordinals(int first, int count) {
  /** The numbers of pods that have none. */
  static final Ordinals NONE = new Ordinals(0, 0);

  private static final Ordinals ONE = new Ordinals(0, 1);

  static Ordinals of(HasMetadata object) {
    return switch (object) {
      case StatefulSet set -> Optional.ofNullable(set.getSpec()).map(Ordinals::of).orElse(ONE);
      case Job job -> Optional.ofNullable(job.getSpec()).map(Ordinals::of).orElse(NONE);
      case CronJob cronJob ->
          Optional.ofNullable(cronJob.getSpec())
              .map(spec -> spec.getJobTemplate())
              .map(template -> template.getSpec())
              .map(Ordinals::of)
              .orElse(NONE);
      default -> NONE;
    };
  }

  private static Ordinals of(JobSpec spec) {
    return "Indexed".equals(spec.getCompletionMode())
        ? new Ordinals(0, Math.max(1, Optional.ofNullable(spec.getCompletions()).orElse(1)))
        : NONE;
  }

  private static Ordinals of(StatefulSetSpec spec) {
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
