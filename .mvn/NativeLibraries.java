import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Unpacks the native libraries of Z3 once, so that not every run does. Arguments: the folder of
 * jars, the folder for the libraries, and the source of the class that loads them from there. The
 * class replaces the one in the jar of turnkey-support, which unpacks them. On platforms without
 * libraries everything stays as it is.
 */
final class NativeLibraries {
  private static final String LOADER = "tools/aqua/turnkey/support/TurnKey.class";

  public static void main(String[] args) throws IOException {
    Path jars = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    byte[] loader = compiled(Path.of(args[2]), folder);
    if (unpack(jar(jars, "z3-turnkey-"), folder)) {
      replace(jar(jars, "turnkey-support-"), loader);
    }
  }

  private static Path jar(Path folder, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IOException(folder + " has no " + prefix));
    }
  }

  /** Returns whether the jar has libraries for this platform. */
  private static boolean unpack(Path jar, Path folder) throws IOException {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.startsWith("mac") ? "osx" : name.startsWith("linux") ? "linux" : "other";
    String processor = System.getProperty("os.arch").replace("x86_64", "amd64");
    String prefix = "com/microsoft/z3/" + system + "/" + processor + "/";
    Files.createDirectories(folder);
    boolean found = false;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry each : Collections.list(file.entries())) {
        if (each.getName().startsWith(prefix) && each.getName().matches(".*\\.(so|dylib)")) {
          String library = each.getName().substring(prefix.length());
          Path part = folder.resolve(library + ".part");
          try (InputStream in = file.getInputStream(each)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
          }
          Files.move(part, folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
          found = true;
        }
      }
    }
    return found;
  }

  private static byte[] compiled(Path source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolveSibling("native-classes"));
    List<String> options = List.of("--release", "21", "-d", classes.toString(), source.toString());
    if (compiler.run(null, null, null, options.toArray(String[]::new)) != 0) {
      throw new IOException(source + " is not compiled");
    }
    return Files.readAllBytes(classes.resolve(LOADER));
  }

  private static void replace(Path jar, byte[] loader) throws IOException {
    Path copy = jar.resolveSibling(jar.getFileName() + ".part");
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (JarEntry each : Collections.list(from.entries())) {
        JarEntry entry = new JarEntry(each.getName());
        entry.setTime(each.getTime());
        to.putNextEntry(entry);
        to.write(each.getName().equals(LOADER) ? loader : from.getInputStream(each).readAllBytes());
        to.closeEntry();
      }
    }
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
