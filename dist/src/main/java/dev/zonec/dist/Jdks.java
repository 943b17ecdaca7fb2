package dev.zonec.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs whose parts become runtimes. */
final class Jdks {
  /** Stands for the JDK that runs the build, in place of a folder. */
  static final String BUILDING = "building";

  private final Map<Platform, String> given;
  private final Downloads downloads;
  private final Path unpacked;

  /**
   * @param given folders of JDKs to take instead of the pinned ones
   * @param unpacked the folder in which downloaded JDKs are unpacked
   */
  Jdks(Map<Platform, String> given, Downloads downloads, Path unpacked) {
    this.given = given;
    this.downloads = downloads;
    this.unpacked = unpacked;
  }

  /** Returns the home folder of the JDK for {@code platform}. */
  Path home(Platform platform) throws IOException, MissingInput {
    String folder = given.get(platform);
    if (folder == null) {
      return pinned(platform);
    }
    Path home = Path.of(folder.equals(BUILDING) ? System.getProperty("java.home") : folder);
    return homeIn(home).orElseThrow(() -> new MissingInput(home + " is not the folder of a JDK"));
  }

  private Path pinned(Platform platform) throws IOException, MissingInput {
    Input jdk =
        Input.all().stream()
            .filter(input -> input.name().equals(Input.JDK) && input.platform() == platform)
            .findFirst()
            .orElseThrow(() -> new MissingInput("inputs.tsv lists no JDK for " + platform));
    Path folder = unpacked.resolve(jdk.sha256());
    if (!Files.exists(folder)) {
      TarFile.unpack(downloads.file(jdk), folder);
    }
    return homeIn(folder)
        .orElseThrow(() -> new MissingInput(jdk.addresses().getFirst() + " contains no JDK"));
  }

  /**
   * Returns the folder with the file {@code release}; archives have it in a folder of their own.
   */
  private static Optional<Path> homeIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> within = Files.walk(folder, 4)) {
      return within
          .filter(file -> file.endsWith("release"))
          .map(Path::getParent)
          .filter(home -> Files.isDirectory(home.resolve("lib")))
          .findFirst();
    }
  }

  /** Returns the entries of a JDK's file {@code release}, such as {@code JAVA_VERSION}. */
  static Properties release(Path home) throws IOException {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    }
    release.replaceAll((key, value) -> value.toString().replace("\"", ""));
    return release;
  }

  /** Returns the first number of a JDK's version. */
  static String feature(Path home) throws IOException {
    return release(home).getProperty("JAVA_VERSION", "").split("\\.", 2)[0];
  }

  /** Links the modules that zonec needs into a runtime for the platform of {@code jdk}. */
  static void link(Path linker, Path jdk, List<String> modules, Path runtime)
      throws IOException, MissingInput {
    boolean own = Files.isSameFile(linker, jdk);
    Path jmods = jdk.resolve("jmods");
    if (!own && !Files.isDirectory(jmods)) {
      throw new MissingInput(jdk + " has no jmods, so no runtime for its platform can be linked");
    }
    if (!own && !feature(linker).equals(feature(jdk))) {
      throw new MissingInput(
          "the JDK of this machine ("
              + feature(linker)
              + ") cannot link a runtime of "
              + jdk
              + " ("
              + feature(jdk)
              + "): give JDKs of one version");
    }
    Path recorded = Files.createTempFile("jlink", ".aotconf");
    try {
      Commands.run(
          Stream.of(
                  Stream.of(linker.resolve("bin/jlink").toString()),
                  // jlink writes some sets in the order of Set.of, which is another one in each
                  // run. In a run that is recorded for an AOT cache, the order is fixed.
                  // Before version 24 there are no such runs, and the options are ignored.
                  Stream.of(
                      "-J-XX:+IgnoreUnrecognizedVMOptions",
                      "-J-XX:AOTMode=record",
                      "-J-XX:AOTConfiguration=" + recorded),
                  own ? Stream.<String>empty() : Stream.of("--module-path", jmods.toString()),
                  Stream.of(
                      "--add-modules",
                      String.join(",", modules),
                      "--strip-java-debug-attributes",
                      "--no-header-files",
                      "--no-man-pages",
                      // Some JDKs keep the symbols for debuggers in files of their own.
                      "--exclude-files=**.debuginfo",
                      "--output",
                      runtime.toString()))
              .flatMap(part -> part)
              .toList());
    } finally {
      Files.delete(recorded);
    }
  }
}
