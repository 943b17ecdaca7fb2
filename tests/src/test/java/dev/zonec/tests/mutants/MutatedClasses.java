package dev.zonec.tests.mutants;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The classes of the product and of the tests, loaded once more, with one source file replaced. The
 * classes of libraries are those of this process, because native code is loaded once only.
 */
final class MutatedClasses extends URLClassLoader {
  private static final String OWN = "dev.zonec.";
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private MutatedClasses(URL[] urls) {
    super(urls, MutatedClasses.class.getClassLoader());
  }

  /** Returns the classes as they are. */
  static MutatedClasses unchanged() {
    return new MutatedClasses(urls(List.of()));
  }

  /**
   * Returns the classes after the change of {@code mutant}.
   *
   * @param root the root of the project
   * @param folder an empty folder for compiled classes
   */
  static MutatedClasses of(Mutant mutant, Path root, Path folder) throws IOException {
    String text = mutant.applyTo(Files.readString(root.resolve(mutant.source())));
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-parameters",
            "-implicit:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    boolean compiled =
        COMPILER
            .getTask(messages, FILES, null, options, null, List.of(new Source(mutant, text)))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException("%s does not compile:%n%s".formatted(mutant, messages));
    }
    return new MutatedClasses(urls(List.of(folder)));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(Mutant mutant, String text) {
      super(
          URI.create("string:///" + mutant.source().toString().replace('\\', '/')),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static URL[] urls(List<Path> first) {
    List<Path> paths = new ArrayList<>(first);
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      paths.add(Path.of(path));
    }
    return paths.stream().map(MutatedClasses::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }
}
