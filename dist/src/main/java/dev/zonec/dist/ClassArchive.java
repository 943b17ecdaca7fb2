package dev.zonec.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The archive of the classes that usual runs load. Java maps it into memory instead of reading and
 * linking the classes.
 */
final class ClassArchive {
  static final String NAME = "zonec.jsa";
  static final String LIST = "zonec.classlist";

  private ClassArchive() {}

  /**
   * Returns the classes that usual runs of {@code installation} load.
   *
   * @param examples the folder with the manifests and the program of the runs
   * @param scratch a folder for files of the runs
   */
  static List<String> classes(Path installation, Path examples, Path scratch) throws IOException {
    Path shop = examples.toAbsolutePath().resolve("online-boutique");
    String program = shop.resolve("zones").toString();
    String manifests = shop.resolve("k8s").toString();
    TreeSet<String> lines = new TreeSet<>();
    for (List<String> arguments :
        List.of(
            List.of("--version"),
            List.of("verify", program, "-m", manifests),
            List.of("compile", program, "-m", manifests),
            List.of("query", "web ~> redis", program, "-m", manifests))) {
      Path loaded = Files.createTempFile(scratch, "loaded", "").toAbsolutePath();
      run(installation, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + loaded), arguments);
      Files.readAllLines(loaded).stream()
          // Which entries of constant pools are resolved, and which locks wait, depends on the time
          // that threads take.
          .filter(line -> !line.startsWith("#") && !line.startsWith("@cp"))
          .filter(line -> !line.startsWith("java/util/concurrent/"))
          .map(line -> line.replaceFirst(" id: \\d+$", ""))
          .forEach(lines::add);
      Files.delete(loaded);
    }
    return List.copyOf(lines);
  }

  /** Makes the archive of {@code installation}, from the list of classes in it. */
  static void make(Path installation) throws IOException {
    run(
        installation,
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=lib/" + LIST,
            "-XX:SharedArchiveFile=lib/" + NAME),
        List.of());
  }

  /**
   * Runs zonec in the folder of the installation. The archive records the path of the jar, so a
   * path that is not relative would make it depend on the folder of the build.
   */
  private static void run(Path installation, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(installation.resolve("runtime/bin/java").toAbsolutePath().toString());
    command.addAll(JavaOptions.ALL);
    command.addAll(options);
    command.add("-jar");
    command.add("lib/zonec.jar");
    command.addAll(arguments);
    Commands.run(command, installation);
  }
}
