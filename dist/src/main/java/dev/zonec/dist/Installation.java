package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A folder with everything that zonec needs on a platform.
 *
 * <pre>
 * bin/zonec       starts zonec
 * lib/            jars; native/ with Z3; the class archive
 * runtime/        Java
 * share/          manual pages, completions
 * licences/       of the libraries; those of Java are in runtime/legal
 * </pre>
 *
 * @param platform the platform that it is for
 * @param root the folder
 */
record Installation(Platform platform, Path root) {
  /** The library whose one class is replaced. */
  private static final String UNPACKER = "turnkey-support";

  private static final String LOADER = "zonec-native.jar";

  /**
   * What installations are made from.
   *
   * @param jars the folder with the jar of the command and the folder {@code lib} of its libraries
   * @param licence the file with the licence of zonec
   * @param sbom the bill of materials of the libraries
   * @param version the version of zonec
   * @param time the time of every file
   */
  record Parts(Path jars, Path licence, Path sbom, String version, Instant time) {}

  /**
   * Makes everything but the class archive.
   *
   * @param linker the home of a JDK that runs on this machine
   * @param jdk the home of the JDK of the platform
   */
  void make(Parts parts, Path linker, Path jdk) throws IOException, MissingInput {
    delete(root);
    Path lib = Files.createDirectories(root.resolve("lib"));
    Jdks.link(linker, jdk, JavaOptions.MODULES, root.resolve("runtime"));
    jars(parts, lib);
    script("zonec.sh", root.resolve("bin/zonec"));
    Files.writeString(lib.resolve("java-options.sh"), Templates.text("java-options.sh", Map.of()));
    Files.copy(parts.licence(), root.resolve("LICENSE"));
    Sbom sbom = Sbom.read(parts.sbom());
    sbom.remove(UNPACKER);
    Path licences = Files.createDirectories(root.resolve("licences"));
    for (Sbom.Library library : sbom.libraries()) {
      Licences.write(library, parts.jars().resolve("lib"), licences);
    }
    checkListed(lib, sbom.libraries());
    Files.writeString(licences.resolve("LIBRARIES"), Licences.table(sbom.libraries()));
    var release = Jdks.release(jdk);
    sbom.add(
        "platform",
        "OpenJDK (" + release.getProperty("IMPLEMENTOR", "unknown vendor") + ")",
        release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION", "unknown")),
        "GPL-2.0-with-classpath-exception");
    sbom.write(root.resolve("zonec.cdx.json"));
  }

  /** Fails if a jar is not in the bill of materials: Maven writes none without a network. */
  private static void checkListed(Path lib, List<Sbom.Library> libraries) throws IOException {
    Set<String> listed = libraries.stream().map(Sbom.Library::jar).collect(Collectors.toSet());
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar : jars.toList()) {
        String name = jar.getFileName().toString();
        if (name.endsWith(".jar") && !name.startsWith("zonec") && !listed.contains(name)) {
          throw new IOException(
              "the bill of materials lacks " + name + ": run Maven without -o to renew it");
        }
      }
    }
  }

  /**
   * Writes the manual pages and the completions.
   *
   * @param java a Java that runs on this machine; they are the same on every platform
   * @param jar the jar of the command, beside its libraries
   */
  void documents(Path java, Path jar) throws IOException {
    List<String> zonec = List.of(java.toString(), "-jar", jar.toString());
    Path man = Files.createDirectories(root.resolve("share/man/man1"));
    Commands.run(with(zonec, "man", "-o", man.toString()));
    // The shells read the scripts; nothing runs them.
    String bash = Commands.run(with(zonec, "completion", "bash")).replaceFirst("^#!.*\n", "");
    String fish = Commands.run(with(zonec, "completion", "fish"));
    completion("bash-completion/completions/zonec", bash);
    // zsh reads functions for completion from files that begin with the name of the command.
    completion(
        "zsh/site-functions/_zonec",
        Templates.text("zonec.zsh.txt", Map.of("SCRIPT", bash.stripTrailing())));
    completion("fish/vendor_completions.d/zonec.fish", fish);
  }

  private void completion(String file, String script) throws IOException {
    Path path = root.resolve("share").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, script);
  }

  private static List<String> with(List<String> command, String... arguments) {
    return Stream.concat(command.stream(), Stream.of(arguments)).toList();
  }

  /** Adds the list of classes, and makes the class archive or the script that makes it. */
  void classArchive(List<String> classes, boolean runs, Instant time) throws IOException {
    Path list = root.resolve("lib/" + ClassArchive.LIST);
    Files.write(list, classes);
    if (runs) {
      // The archive records the times of the jars.
      times(time);
      ClassArchive.make(root);
      Files.delete(list);
    } else {
      script("class-archive.sh", root.resolve("lib/class-archive"));
    }
  }

  /** Sets the time of every file and folder. */
  void times(Instant time) throws IOException {
    for (Path path : TarFile.sorted(root).reversed()) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, FileTime.from(time));
      }
    }
  }

  private void jars(Parts parts, Path lib) throws IOException {
    JarCopies copies = new JarCopies(parts.time());
    List<String> classPath = new ArrayList<>();
    try (Stream<Path> jars = Files.list(parts.jars().resolve("lib"))) {
      for (Path jar : jars.sorted(Comparator.comparing(Path::getFileName)).toList()) {
        String name = jar.getFileName().toString();
        if (name.startsWith(UNPACKER)) {
          continue;
        }
        classPath.add(name);
        if (name.startsWith("z3-turnkey")) {
          copies.without(Installation::isNative, jar, lib.resolve(name));
          natives(jar, Files.createDirectories(lib.resolve("native")));
        } else {
          Files.copy(jar, lib.resolve(name));
        }
      }
    }
    classPath.add(LOADER);
    loader(copies, lib.resolve(LOADER));
    copies.withClassPath(
        String.join(" ", classPath), parts.jars().resolve("zonec.jar"), lib.resolve("zonec.jar"));
  }

  private static boolean isNative(String entry) {
    return entry.matches(".*\\.(so|dylib|dll|xml)");
  }

  private void natives(Path jar, Path folder) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (String name : platform.z3Libraries()) {
        ZipEntry entry = file.getEntry(platform.z3Folder() + name);
        if (entry == null) {
          throw new IOException(jar + " has no " + name + " for " + platform);
        }
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void loader(JarCopies copies, Path jar) throws IOException {
    String name = "tools/aqua/turnkey/support/TurnKey.class";
    try (InputStream in = Installation.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException(name + " is absent");
      }
      copies.write(new TreeMap<>(Map.of(name, in.readAllBytes())), jar);
    }
  }

  private static void script(String template, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        Templates.text(
            template, Map.of("OPTIONS", "'" + String.join("' '", JavaOptions.ALL) + "'")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : TarFile.sorted(folder).reversed()) {
        Files.delete(path);
      }
    }
  }
}
