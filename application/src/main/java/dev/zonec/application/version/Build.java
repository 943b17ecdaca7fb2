package dev.zonec.application.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What Maven records about a build.
 *
 * @param version the version, such as {@code 0.1.0}
 * @param commit the first digits of the commit; empty if the sources were not in a repository
 * @param modified whether the sources differed from the commit
 */
public record Build(String version, Optional<String> commit, boolean modified) {
  /** What the build writes if there is no repository. */
  private static final String UNKNOWN = "unknown";

  /** What git appends to a commit if the sources differ from it. */
  private static final String DIRTY = "-dirty";

  /** Returns the build of this zonec; empty for classes that Maven did not build. */
  public static Optional<Build> recorded() {
    try (InputStream recorded = Build.class.getResourceAsStream("build.properties")) {
      if (recorded == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(recorded);
      return Optional.of(of(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the build that {@code properties} describe. */
  static Build of(Properties properties) {
    String commit = properties.getProperty("commit", UNKNOWN);
    boolean modified = commit.endsWith(DIRTY);
    return new Build(
        properties.getProperty("version", UNKNOWN),
        commit.equals(UNKNOWN)
            ? Optional.empty()
            : Optional.of(
                modified ? commit.substring(0, commit.length() - DIRTY.length()) : commit),
        modified);
  }
}
