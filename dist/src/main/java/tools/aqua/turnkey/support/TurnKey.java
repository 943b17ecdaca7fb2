package tools.aqua.turnkey.support;

import java.io.File;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.function.Function;

/**
 * Loads the native libraries of an installation, or of the launcher of the sources. It replaces the
 * class of the same name of turnkey-support, which unpacks the libraries into a temporary folder at
 * every start; that is slow, and impossible where no folder is both writable and executable.
 */
public final class TurnKey {
  private TurnKey() {}

  /**
   * Loads the Java binding of Z3 from the folder {@code native} beside the jar of the command. The
   * system loads Z3 itself from the same folder, because the binding names it relative to its own.
   *
   * @param prefix not used
   * @param resources not used
   */
  public static void load(String prefix, Function<String, InputStream> resources) {
    System.load(libraries().resolve(System.mapLibraryName("z3java")).toString());
  }

  private static Path libraries() {
    // A launcher names the jar of the command first. A class from the class archive does not know
    // the place of its own.
    String first = System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
    Path libraries = Path.of(first).resolveSibling("native").toAbsolutePath();
    CodeSource place = TurnKey.class.getProtectionDomain().getCodeSource();
    if (Files.isDirectory(libraries) || place == null) {
      return libraries;
    }
    // Tests have the jar of the command on their class path, and this class in its folder lib.
    try {
      return Path.of(place.getLocation().toURI()).resolve("../../native").normalize();
    } catch (URISyntaxException e) {
      return libraries;
    }
  }
}
