package dev.zonec.tests.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that installs an archive for the GitHub action, with a release in a folder. */
final class InstallScriptTest {
  @TempDir private Path folder;

  private Path release;
  private Path archive;

  @BeforeEach
  void makeRelease() throws Exception {
    assumeTrue(Script.has("curl", "tar", "awk"), "curl, tar or awk is not installed");
    release = Files.createDirectory(folder.resolve("release"));
    Path home = folder.resolve("zonec-1.2.3-" + platform());
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/zonec"), "#!/bin/sh\necho zonec 1.2.3\n");
    assertThat(home.resolve("bin/zonec").toFile().setExecutable(true)).isTrue();
    archive = release.resolve(home.getFileName() + ".tar.gz");
    Script.Result tar =
        Script.run(
            folder,
            folder,
            List.of("tar", "-czf", archive.toString(), home.getFileName().toString()),
            Map.of());
    assertThat(tar.exit()).as(tar.out()).isZero();
    sums(sum(archive) + "  " + archive.getFileName());
  }

  @Test
  void theArchiveIsInstalled() throws Exception {
    Script.Result result = install(Map.of("GITHUB_PATH", folder.resolve("path").toString()));
    assertThat(result.exit()).as(result.out()).isZero();
    Path bin = Path.of(Files.readString(folder.resolve("path")).strip());
    Script.Result zonec =
        Script.run(folder, folder, List.of(bin.resolve("zonec").toString()), Map.of());
    assertThat(zonec.out()).isEqualTo("zonec 1.2.3\n");
    assertThat(installed()).containsExactly("zonec-1.2.3");
  }

  @Test
  void theGivenSumIsEnough() throws Exception {
    Files.delete(release.resolve("SHA256SUMS"));
    Script.Result result = install(Map.of("ZONEC_SHA256", sum(archive)));
    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void anotherSumIsRefused() throws Exception {
    String wrong = "0".repeat(64);
    sums(wrong + "  " + archive.getFileName());
    refused(Map.of(), "has the SHA-256 " + sum(archive) + " instead of " + wrong);
    sums(sum(archive) + "  " + archive.getFileName());
    refused(Map.of("ZONEC_SHA256", wrong), "instead of " + wrong);
  }

  @Test
  void anArchiveThatIsCutOffIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    refused(Map.of(), "has the SHA-256");
  }

  @Test
  void anArchiveWithoutASumIsRefused() throws Exception {
    sums(sum(archive) + "  zonec-1.2.3-other.tar.gz");
    refused(Map.of(), "SHA256SUMS, which does not list it");
    Files.delete(release.resolve("SHA256SUMS"));
    refused(Map.of(), "/SHA256SUMS cannot be downloaded");
  }

  @Test
  void anAbsentArchiveIsNamed() throws Exception {
    Files.delete(archive);
    refused(Map.of(), archive.getFileName() + " cannot be downloaded");
  }

  /** A failed installation keeps the one before it. */
  @Test
  void anEarlierInstallationStays() throws Exception {
    assertThat(install(Map.of()).exit()).isZero();
    Files.writeString(archive, "changed");
    Script.Result result = install(Map.of());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(folder.resolve("runner/zonec-1.2.3/bin/zonec")).isExecutable();
    assertThat(installed()).containsExactly("zonec-1.2.3");
  }

  private void refused(Map<String, String> env, String reason) throws Exception {
    Map<String, String> all = new HashMap<>(env);
    all.put("GITHUB_PATH", folder.resolve("path").toString());
    Script.Result result = install(all);
    assertThat(result.exit()).as(result.out()).isEqualTo(2);
    assertThat(result.out()).contains("zonec: ", reason);
    assertThat(installed()).isEmpty();
    assertThat(folder.resolve("path")).doesNotExist();
  }

  private Script.Result install(Map<String, String> env) throws Exception {
    Map<String, String> all = new HashMap<>(env);
    all.put("ZONEC_VERSION", "1.2.3");
    all.put("ZONEC_DOWNLOADS", release.toUri().toString().replaceFirst("/$", ""));
    all.put("RUNNER_TEMP", Files.createDirectories(folder.resolve("runner")).toString());
    return Script.run(
        folder,
        folder,
        List.of("sh", Run.ROOT.resolve("integrations/github/install.sh").toString()),
        all);
  }

  private List<String> installed() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("runner"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void sums(String line) throws IOException {
    Files.writeString(release.resolve("SHA256SUMS"), line + "\n");
  }

  private static String sum(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static String platform() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
  }
}
