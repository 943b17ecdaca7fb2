package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Objects with {@code generateName} and no {@code name}: the server ends the name with characters
 * of its own, so that each is an object for itself. Here such a name ends with {@code *} and, from
 * the second of its beginning on, a number.
 */
public final class GeneratedNames {
  private static final String OPEN = "*";

  private GeneratedNames() {}

  /** Gives {@code objects} the names that they leave to the server. */
  static void give(List<ManifestObject> objects) {
    Map<String, Integer> counts = new HashMap<>();
    for (ManifestObject each : objects) {
      @Nullable ObjectMeta metadata = each.object().getMetadata();
      if (metadata == null || beginning(metadata).isEmpty()) {
        continue;
      }
      if (isWritten(metadata.getName())) {
        // What is written is no generated name, whatever it looks like.
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

  /** Whether the server ends the name of the object that {@code metadata} is of. */
  public static boolean isGenerated(@Nullable ObjectMeta metadata) {
    return metadata != null
        && metadata.getName() != null
        && beginning(metadata).filter(b -> metadata.getName().startsWith(b + OPEN)).isPresent();
  }

  /** Whether the name, and what a generated one begins with, is such as {@code rule} wants. */
  public static boolean areWellFormed(ObjectMeta metadata, Predicate<String> rule) {
    boolean name =
        isGenerated(metadata) || rule.test(isWritten(metadata.getName()) ? metadata.getName() : "");
    return name && beginning(metadata).map(b -> rule.test(ended(b))).orElse(true);
  }

  /** What follows is a letter or a digit, so a hyphen may be the last that is written. */
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
