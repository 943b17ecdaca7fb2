package dev.zonec.risk.vex;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A package URL.
 *
 * @param path type, namespace and name, such as {@code maven/org.apache.logging.log4j/log4j-core}
 * @param version the version; empty if there is none
 * @param qualifiers the qualifiers
 */
record PackageUrl(String path, String version, Map<String, String> qualifiers) {
  private static final String SCHEME = "pkg:";

  PackageUrl {
    qualifiers = Map.copyOf(qualifiers);
  }

  /** Returns the package URL in {@code text}; empty if it is none. */
  static Optional<PackageUrl> parse(String text) {
    if (!text.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String rest = before(text.substring(SCHEME.length()), '#');
    int question = rest.indexOf('?');
    String base = before(rest, '?');
    Map<String, String> qualifiers = new TreeMap<>();
    if (question >= 0) {
      for (String each : rest.substring(question + 1).split("&", -1)) {
        int equals = each.indexOf('=');
        if (equals > 0) {
          qualifiers.put(each.substring(0, equals), decoded(each.substring(equals + 1)));
        }
      }
    }
    // The @ of a namespace such as @angular is encoded, or follows a slash.
    int at = base.lastIndexOf('@');
    boolean versioned = at > base.lastIndexOf('/') + 1;
    return Optional.of(
        new PackageUrl(
            decoded(versioned ? base.substring(0, at) : base),
            versioned ? decoded(base.substring(at + 1)) : "",
            qualifiers));
  }

  private static String before(String text, char end) {
    int index = text.indexOf(end);
    return index < 0 ? text : text.substring(0, index);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Whether it names an image of a registry. */
  boolean isImage() {
    return path.startsWith("oci/") || path.startsWith("docker/");
  }

  /** Whether it means {@code other}: the same package, and the same version if it names one. */
  boolean means(PackageUrl other) {
    return path.equals(other.path) && (version.isEmpty() || version.equals(other.version));
  }
}
