package dev.zonec.dist;

import static dev.zonec.dist.Built.NAME;
import static dev.zonec.dist.Built.PACKAGES;
import static dev.zonec.dist.Built.PLATFORM;
import static dev.zonec.dist.Built.ROOT;
import static dev.zonec.dist.Built.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.dist.Built.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unpacks the archive for this machine, and uses it as on a machine without Java. {@code ./mvnw
 * -Pdist verify} makes the archive first.
 */
final class PackagesIT {
  /** A line about a library: its name, its version and its licences. */
  private static final Pattern LIBRARY = Pattern.compile("(\\S+) (\\S+): \\S.*");

  @TempDir private static Path temp;
  private static Path home;

  @BeforeAll
  static void unpack() throws Exception {
    home = Built.unpack(PACKAGES, temp);
    assertThat(Built.run(Built.SYSTEM, "chmod", "-R", "a-w", home.toString()).exit()).isZero();
  }

  @AfterAll
  static void makeDeletable() throws Exception {
    Built.run(Built.SYSTEM, "chmod", "-R", "u+w", home.toString());
  }

  @Test
  void theVersionIsThatOfTheBuild() throws Exception {
    Run run = zonec("--version");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("zonec " + VERSION + " (commit ")
        .containsPattern("(?m)^Z3 \\d+\\.\\d+")
        .contains("networking.k8s.io/v1 NetworkPolicy");
  }

  @Test
  void aProgramIsCompiledAndVerified() throws Exception {
    String shop = ROOT.resolve("examples/online-boutique").toString();
    Path out = temp.resolve("out");
    Run compiled = zonec("compile", shop + "/zones", "-m", shop + "/k8s", "-o", out.toString());
    assertThat(compiled.err()).isEmpty();
    assertThat(compiled.out()).contains("proved against the program");
    Run verified = zonec("verify", shop + "/zones", "-m", shop + "/k8s", "-m", out.toString());
    assertThat(verified.exit()).as(verified.err()).isZero();
    assertThat(verified.out()).contains("no undeclared connection: proved");
    Run leaky =
        zonec(
            "verify",
            shop + "/zones",
            "-m",
            shop + "/k8s",
            "-m",
            out.toString(),
            "-m",
            shop + "/leaky");
    assertThat(leaky.exit()).isEqualTo(1);
    assertThat(leaky.out() + leaky.err()).contains("lateral path exists: redis ~> internet");
  }

  @Test
  void aClusterCanBeReached() throws Exception {
    Path kubeconfig = temp.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: x, context: {cluster: c, user: u}}]
        current-context: x
        """);
    Run run = zonec("query", "connections", "-k", kubeconfig.toString());
    // Nothing listens there; the client itself works.
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.err()).contains("127.0.0.1").doesNotContain("a bug in zonec");
  }

  @Test
  void theClassArchiveIsUsed() throws Exception {
    assertThat(home.resolve("lib/zonec.jsa")).isRegularFile();
    Run run =
        Built.run(
            Map.of("ZONEC_JAVA_OPTS", "-Xshare:on -Xlog:class+load=info:stdout"),
            home.resolve("bin/zonec").toString(),
            "--version");
    assertThat(run.exit()).as(run.err()).isZero();
    // Java does not archive every class, such as those of some lambda expressions.
    assertThat(
            run.out()
                .lines()
                .filter(
                    line -> line.contains("dev.zonec.") && line.contains("shared objects file")))
        .hasSizeGreaterThan(20);
  }

  /** Archives for other systems have none, and a copy that does not keep times has a stale one. */
  @Test
  void aClassArchiveThatDoesNotFitIsIgnored() throws Exception {
    Path copy = temp.resolve("copy");
    assertThat(Built.run(Built.SYSTEM, "cp", "-a", home.toString(), copy.toString()).exit())
        .isZero();
    assertThat(Built.run(Built.SYSTEM, "chmod", "-R", "u+w", copy.toString()).exit()).isZero();
    Path archive = copy.resolve("lib/zonec.jsa");
    String zonec = copy.resolve("bin/zonec").toString();
    Run usual = Built.run(Built.SYSTEM, zonec, "--version");
    assertThat(usual.err()).isEmpty();
    Files.setLastModifiedTime(copy.resolve("lib/zonec.jar"), FileTime.fromMillis(0));
    assertThat(Built.run(Built.SYSTEM, zonec, "--version")).as("stale").isEqualTo(usual);
    Files.write(archive, Arrays.copyOf(Files.readAllBytes(archive), 5000));
    assertThat(Built.run(Built.SYSTEM, zonec, "--version")).as("cut off").isEqualTo(usual);
    Files.writeString(archive, "other");
    assertThat(Built.run(Built.SYSTEM, zonec, "--version")).as("damaged").isEqualTo(usual);
    Files.delete(archive);
    assertThat(Built.run(Built.SYSTEM, zonec, "--version")).as("absent").isEqualTo(usual);
  }

  @Test
  void aLinkToTheProgramWorks() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("linked"), home.resolve("bin/zonec"));
    Run run = Built.run(Built.SYSTEM, link.toString(), "--version");
    assertThat(run.out()).startsWith("zonec " + VERSION);
  }

  @Test
  void manualPagesAndCompletionsAreThere() throws IOException {
    assertThat(Files.readString(home.resolve("share/man/man1/zonec-verify.1"))).startsWith(".TH");
    assertThat(home.resolve("share/bash-completion/completions/zonec")).isNotEmptyFile();
    // zsh ignores files that begin otherwise.
    assertThat(Files.readString(home.resolve("share/zsh/site-functions/_zonec")))
        .startsWith("#compdef zonec\n")
        .contains("_complete_zonec()");
    assertThat(home.resolve("share/fish/vendor_completions.d/zonec.fish")).isNotEmptyFile();
  }

  @Test
  void everyLibraryHasALicenceAndIsInTheBillOfMaterials() throws IOException {
    String bill = Files.readString(home.resolve("zonec.cdx.json"));
    assertThat(bill)
        .contains("\"bomFormat\" : \"CycloneDX\"", "OpenJDK")
        .doesNotContain("turnkey-support");
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(home.resolve("licences/LIBRARIES"))) {
      Matcher library = LIBRARY.matcher(line);
      assertThat(library.matches()).as(line).isTrue();
      listed.add(library.group(1) + "-" + library.group(2) + ".jar");
      assertThat(bill).contains("\"" + library.group(1) + "\"");
      try (Stream<Path> texts = Files.list(home.resolve("licences").resolve(library.group(1)))) {
        assertThat(texts.anyMatch(text -> text.getFileName().toString().contains("LICENSE")))
            .as(line)
            .isTrue();
      }
    }
    assertThat(listed).hasSizeGreaterThan(10);
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      assertThat(
              jars.map(jar -> jar.getFileName().toString())
                  .filter(name -> name.endsWith(".jar") && !name.startsWith("zonec")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void onlyTheLibrariesOfThePlatformAreThere() throws IOException {
    try (Stream<Path> libraries = Files.list(home.resolve("lib/native"))) {
      assertThat(libraries).hasSize(2);
    }
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      long size =
          jars.filter(jar -> jar.getFileName().toString().startsWith("z3-turnkey"))
              .mapToLong(jar -> jar.toFile().length())
              .sum();
      assertThat(size).isBetween(1L, 2_000_000L);
    }
  }

  @Test
  void theSumsAreRight() throws Exception {
    List<String> lines = Files.readAllLines(PACKAGES.resolve("SHA256SUMS"));
    assertThat(lines).anyMatch(line -> line.endsWith("  " + NAME + ".tar.gz"));
    for (String line : lines) {
      byte[] bytes = Files.readAllBytes(PACKAGES.resolve(line.substring(66)));
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(sum)).as(line).isEqualTo(line.substring(0, 64));
    }
  }

  /** Java writes the class archive with a few bytes that vary. */
  @Test
  void theSameInputsGiveTheSameFilesInAnotherFolder() throws Exception {
    Run run =
        Built.dist(
            temp.resolve("work"),
            "--platforms=" + PLATFORM,
            "--jdk=" + System.getProperty("dist.jdk", ""));
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    Path out = temp.resolve("work/out");
    assertThat(names(out)).isEqualTo(names(PACKAGES));
    assertThat(out.resolve(NAME + ".cdx.json"))
        .hasSameBinaryContentAs(PACKAGES.resolve(NAME + ".cdx.json"));
    Path again = Built.unpack(out, Files.createDirectory(temp.resolve("again")));
    List<Path> files = Built.files(home);
    assertThat(files).hasSizeGreaterThan(100).isEqualTo(Built.files(again));
    for (Path file : files) {
      if (!file.equals(Path.of("lib/zonec.jsa"))) {
        assertThat(again.resolve(file)).hasSameBinaryContentAs(home.resolve(file));
        assertThat(Files.getLastModifiedTime(again.resolve(file)))
            .isEqualTo(Files.getLastModifiedTime(home.resolve(file)));
      }
    }
    if (PLATFORM.startsWith("linux")) {
      ImageFile image = ImageFile.of(PACKAGES, temp.resolve("image"));
      ImageFile other = ImageFile.of(out, temp.resolve("other-image"));
      // The class archive is in the last layer.
      assertThat(image.layers().subList(0, 2)).isEqualTo(other.layers().subList(0, 2));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aPlatformWhoseRuntimeCannotBeHadIsNamed() throws Exception {
    Path nowhere = Files.createDirectory(temp.resolve("nowhere"));
    Run run =
        Built.dist(
            temp.resolve("work"), "--platforms=" + PLATFORM, "--jdk=" + PLATFORM + ":" + nowhere);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "left out " + PLATFORM + ": " + nowhere + " is not the folder of a JDK",
            "nothing was packaged");
  }

  /** jlink writes runtimes of its own version only. */
  @Test
  void aJdkOfAnotherVersionIsRefused() throws Exception {
    String other = PLATFORM.equals("linux-arm64") ? "linux-x64" : "linux-arm64";
    Path jdk = Files.createDirectories(temp.resolve("old"));
    Files.createDirectories(jdk.resolve("lib"));
    Files.createDirectories(jdk.resolve("jmods"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"8.0.1\"\n");
    Run run =
        Built.dist(
            temp.resolve("work"),
            "--platforms=" + other,
            "--jdk=" + other + ":" + jdk + "," + PLATFORM + ":building");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("left out " + other, "cannot link a runtime of " + jdk + " (8)");
  }

  /** Runs the unpacked program with nothing in its environment and no program on its path. */
  private static Run zonec(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/zonec").toString()));
    command.addAll(Arrays.asList(arguments));
    return Built.run(
        Map.of("PATH", temp.resolve("no-programs").toString()), command.toArray(String[]::new));
  }
}
