package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.dist.Built.Run;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the image for this machine without a container engine: as its user, and read-only. */
final class ImageIT {
  /**
   * Does what an engine does: mounts the root read-only and the folders, changes to the root and to
   * the user, and runs the command in the folder of the image. There is no network.
   */
  private static final String ENGINE =
      """
      set -e
      root=$1 user=$2 work=$3 out=$4
      shift 4
      mount --bind "$root" "$root"
      for each in proc dev; do mount --rbind /$each "$root/$each"; done
      mount --bind "$work" "$root/work"
      mount -o remount,bind,ro "$root/work"
      [ -z "$out" ] || mount --bind "$out" "$root/tmp"
      mount -o remount,bind,ro "$root"
      cd "$root"
      exec chroot --userspec="$user" --groups= "$root" "$@"
      """;

  @TempDir private static Path temp;
  private static Path root;
  private static ImageFile image;
  private static List<String> digests;

  @BeforeAll
  static void unpack() throws Exception {
    assumeTrue(Built.PLATFORM.startsWith("linux"), "images are for Linux");
    image = ImageFile.of(Built.PACKAGES, temp.resolve("layout"));
    root = Files.createDirectory(temp.resolve("root"));
    digests = image.unpack(root);
  }

  @Test
  void theDescriptionsFitTheLayers() throws Exception {
    assertThat(image.read("oci-layout").get("imageLayoutVersion").asText()).isEqualTo("1.0.0");
    List<String> diffs = new ArrayList<>();
    image.config().at("/rootfs/diff_ids").forEach(each -> diffs.add(each.asText()));
    assertThat(digests).hasSize(3).isEqualTo(diffs);
    assertThat(image.config().get("history")).hasSize(3);
    assertThat(image.config().get("os").asText()).isEqualTo("linux");
    assertThat(image.config().get("architecture").asText())
        .isEqualTo(Built.PLATFORM.endsWith("arm64") ? "arm64" : "amd64");
    // Older versions of Docker read this file instead of the index.
    var docker = image.read("manifest.json").get(0);
    assertThat(docker.get("RepoTags").get(0).asText())
        .isEqualTo("ghcr.io/zonec/zonec:" + Built.VERSION);
    assertThat(docker.get("Config").asText())
        .endsWith(image.manifest().at("/config/digest").asText().substring(7));
    List<String> layers = new ArrayList<>();
    docker.get("Layers").forEach(each -> layers.add(each.asText().replace("blobs/sha256/", "")));
    assertThat(layers).isEqualTo(image.layers().stream().map(each -> each.substring(7)).toList());
  }

  @Test
  void theImageIsDescribed() {
    var run = image.config().get("config");
    assertThat(run.get("User").asText()).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(run.get("WorkingDir").asText()).isEqualTo("/work");
    var labels = run.get("Labels");
    String prefix = "org.opencontainers.image.";
    assertThat(labels.get(prefix + "version").asText()).isEqualTo(Built.VERSION);
    assertThat(labels.get(prefix + "revision").asText()).matches("[0-9a-f]{7,40}(-dirty)?");
    assertThat(labels.get(prefix + "source").asText()).startsWith("https://");
    assertThat(labels.get(prefix + "licenses").asText()).isEqualTo("Apache-2.0");
  }

  /** A link of a tar file can name anything; here each leads to a file of the image. */
  @Test
  void everyLinkLeadsToAFile() throws Exception {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path link : paths.filter(Files::isSymbolicLink).toList()) {
        Path target = Files.readSymbolicLink(link);
        Path inside = target.isAbsolute() ? root.resolve(target.toString().substring(1)) : target;
        assertThat(Files.exists(link.resolveSibling(inside), LinkOption.NOFOLLOW_LINKS))
            .as("%s -> %s", link, target)
            .isTrue();
      }
    }
  }

  /** Scanners for vulnerabilities find the packages, and their licences are there. */
  @Test
  void thePackagesBelowAreListed() throws Exception {
    for (String name : List.of("libc6", "libstdc++6", "busybox-static")) {
      assertThat(Files.readString(root.resolve("var/lib/dpkg/status.d/" + name)))
          .contains("Package: " + name + "\n", "\nVersion: ");
      assertThat(root.resolve("usr/share/doc/" + name + "/copyright")).isNotEmptyFile();
    }
  }

  @Test
  void aProgramIsVerifiedReadOnly() throws Exception {
    Run run = inImage("", "verify", "zones", "-m", "k8s", "--plan");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("no undeclared connection: proved");
    Run leaky = inImage("", "verify", "zones", "-m", "k8s", "-m", "leaky", "--plan");
    assertThat(leaky.exit()).as(leaky.out() + leaky.err()).isEqualTo(1);
  }

  /** The folder belongs to the user, as {@code docker run --user} is used for. */
  @Test
  void policiesAreWrittenIntoAMountedFolder() throws Exception {
    Path out = Files.createDirectory(temp.resolve("out"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxrwxrwx"));
    // A name that is not in ASCII needs the locale of the image.
    Run run = inImage(out.toString(), "compile", "zones", "-m", "k8s", "-o", "/tmp/Büro");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(out.resolve("Büro/kustomization.yaml")).isNotEmptyFile();
    assertThat(Files.getAttribute(out.resolve("Büro/kustomization.yaml"), "unix:uid"))
        .isEqualTo(ImageBase.USER);
    // The root itself cannot be written to.
    Run denied = inImage("", "compile", "zones", "-m", "k8s", "-o", "/tmp/no");
    assertThat(denied.exit()).as(denied.out()).isGreaterThan(1);
    assertThat(denied.err()).contains("/tmp/no").doesNotContain("a bug in zonec");
  }

  /** The shell runs the scripts of pipelines, and any user may run zonec. */
  @Test
  void scriptsAndOtherUsersRun() throws Exception {
    Run run =
        engine("1234:1234", "", "/bin/sh", "-c", "id -u && pwd && cd /work && zonec --version");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("1234\n/\nzonec " + Built.VERSION);
    Run commands = engine("1234:1234", "", "/bin/busybox", "--list");
    List<String> known = commands.out().lines().toList();
    try (Stream<Path> links = Files.list(root.resolve("bin"))) {
      assertThat(links.map(each -> each.getFileName().toString())).allMatch(known::contains);
    }
  }

  /** Runs the entry point with {@code arguments}, in the folder of the image. */
  private static Run inImage(String out, String... arguments) throws Exception {
    var config = image.config().get("config");
    List<String> command = new ArrayList<>(List.of("/bin/env", "-i"));
    config.get("Env").forEach(each -> command.add(each.asText()));
    // Not every chroot can change to another folder than the root.
    command.addAll(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\""));
    command.add(config.get("WorkingDir").asText());
    config.get("Entrypoint").forEach(each -> command.add(each.asText()));
    command.addAll(List.of(arguments));
    return engine(config.get("User").asText(), out, command.toArray(String[]::new));
  }

  private static Run engine(String user, String out, String... command) throws Exception {
    assumeTrue(
        Built.has("unshare", "chroot", "mount")
            && Built.run(Built.SYSTEM, "unshare", "-m", "-n", "true").exit() == 0,
        "namespaces cannot be made here: run the tests as root");
    List<String> all =
        new ArrayList<>(
            List.of("unshare", "-m", "-n", "sh", "-c", ENGINE, "engine", root.toString(), user));
    all.add(Built.SHOP.toString());
    all.add(out);
    all.addAll(List.of(command));
    return Built.run(Built.SYSTEM, all.toArray(String[]::new));
  }
}
