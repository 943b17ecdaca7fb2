package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packages that the build made, and programs that run on them. */
final class Built {
  static final Path ROOT = Path.of(System.getProperty("zonec.root"));
  static final Path SHOP = ROOT.resolve("examples/online-boutique");
  static final Path PACKAGES = Path.of(System.getProperty("dist.packages"));
  static final String VERSION = System.getProperty("dist.version");
  static final String PLATFORM = platform();
  static final String NAME = "zonec-" + VERSION + "-" + PLATFORM;

  /** The programs of the system. */
  static final Map<String, String> SYSTEM = Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");

  private Built() {}

  /** What a program did. */
  record Run(int exit, String out, String err) {}

  /** Unpacks the archive in {@code packages} into {@code folder}. */
  static Path unpack(Path packages, Path folder) throws Exception {
    Path archive = packages.resolve(NAME + ".tar.gz");
    assertThat(run(SYSTEM, "tar", "-xzf", archive.toString(), "-C", folder.toString()))
        .isEqualTo(new Run(0, "", ""));
    return folder.resolve(NAME);
  }

  /** Returns the names of the regular files below {@code folder}. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  /** Whether all of {@code commands} are installed. */
  static boolean has(String... commands) {
    return Stream.of(commands)
        .allMatch(
            command ->
                Stream.of(SYSTEM.get("PATH").split(File.pathSeparator))
                    .anyMatch(each -> Files.isExecutable(Path.of(each, command))));
  }

  /** Makes packages in the folder {@code work}, as the build does. */
  static Run dist(Path work, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonec.dist.Dist",
                "--version=" + VERSION,
                "--jars=" + ROOT.resolve("cli/target"),
                "--sbom=" + ROOT.resolve("cli/target/bom.json"),
                "--root=" + ROOT,
                "--work=" + work,
                "--out=" + work.resolve("out"),
                "--cache=" + System.getProperty("dist.cache"),
                "--time=2026-01-01T00:00:00Z"));
    command.addAll(Arrays.asList(options));
    return run(Map.of(), command.toArray(String[]::new));
  }

  /** Runs a program with {@code environment} and nothing else in its environment. */
  static Run run(Map<String, String> environment, String... command) throws Exception {
    Path out = Files.createTempFile("run", "out");
    Path err = Files.createTempFile("run", "err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    Run run =
        new Run(
            exit,
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
    Files.delete(out);
    Files.delete(err);
    return run;
  }

  private static String platform() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
  }
}
