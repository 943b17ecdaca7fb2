package dev.zonec.verifier.smt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The release of Z3 that zonec is built with. */
public final class Z3Release {
  private Z3Release() {}

  /**
   * Returns the version that the build records, without loading the solver; empty for classes that
   * Maven did not build.
   */
  public static Optional<String> version() {
    try (InputStream recorded = Z3Release.class.getResourceAsStream("z3.properties")) {
      if (recorded == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(recorded);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
