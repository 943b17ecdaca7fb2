package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names objects that have {@code generateName} and no {@code name}. The server completes such a
 * name, so that each object is separate. Here the name ends with {@code *}, followed by a number if
 * the same prefix occurs again.
 */
public final class GeneratedNames {
  private static final String OPEN = "*";

  private GeneratedNames() {}

  /** Names the {@code objects} without a name. */
  static void assign(List<ManifestObject> objects) {
    Map<String, Integer> counts = new HashMap<>();
    for (ManifestObject each : objects) {
      @Nullable ObjectMeta metadata = each.object().getMetadata();
      if (metadata == null || beginning(metadata).isEmpty()) {
        continue;
      }
      if (isWritten(metadata.getName())) {
        // Written names count even if they look like generated ones.
        if (metadata.getName().contains(OPEN)) {
          metadata.setGenerateName(null);
        }
        continue;
      }
      String beginning = beginning(metadata).get();
      int count = counts.merge(beginning, 1, Integer::sum);
      metadata.setName(beginning + OPEN + (count == 1 ? "" : count));
    }
  }

  /** Whether the server completes the name of the object with {@code metadata}. */
  public static boolean isGenerated(@Nullable ObjectMeta metadata) {
    return metadata != null
        && metadata.getName() != null
        && beginning(metadata).filter(b -> metadata.getName().startsWith(b + OPEN)).isPresent();
  }

  /** Whether the name and the prefix of a generated name satisfy {@code rule}. */
  public static boolean areWellFormed(ObjectMeta metadata, Predicate<String> rule) {
    boolean name =
        isGenerated(metadata) || rule.test(isWritten(metadata.getName()) ? metadata.getName() : "");
    return name && beginning(metadata).map(b -> rule.test(ended(b))).orElse(true);
  }

  /**
   * Completes the prefix with a letter. The server appends letters and digits, so the prefix can
   * end with a hyphen.
   */
  private static String ended(String beginning) {
    return beginning.length() > 1 && beginning.endsWith("-")
        ? beginning.substring(0, beginning.length() - 1) + "a"
        : beginning;
  }

  private static Optional<String> beginning(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getGenerateName()).filter(b -> !b.isEmpty());
  }

  private static boolean isWritten(@Nullable String name) {
    return name != null && !name.isEmpty();
  }
}
