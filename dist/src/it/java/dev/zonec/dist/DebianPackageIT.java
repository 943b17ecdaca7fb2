package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.dist.Built.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs the Debian package for this machine into an empty root, with Debian's own dpkg. */
final class DebianPackageIT {
  @TempDir private static Path temp;
  private static Path deb;
  private static Path root;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(Built.PLATFORM.startsWith("linux"), "the package is for Linux");
    assumeTrue(Built.has("dpkg", "dpkg-deb"), "dpkg is not installed");
    deb = Built.PACKAGES.resolve("zonec_" + Built.VERSION.replace('-', '~') + arch() + ".deb");
    root = Files.createDirectory(temp.resolve("root"));
    Path database = Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.createDirectories(database.resolve("info"));
    Files.createDirectories(database.resolve("updates"));
    Files.writeString(database.resolve("status"), "");
    // The root has no libraries. The program runs with those of this machine.
    Run run = dpkg("--force-depends", "--install", deb.toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  private static String arch() {
    return "_" + (Built.PLATFORM.endsWith("arm64") ? "arm64" : "amd64");
  }

  @Test
  void theDescriptionIsComplete() throws Exception {
    String info = Built.run(Built.SYSTEM, "dpkg-deb", "--field", deb.toString()).out();
    assertThat(info)
        .contains("Package: zonec\n", "Architecture: " + arch().substring(1) + "\n")
        .contains("Version: " + Built.VERSION.replace('-', '~') + "\n")
        .containsPattern("(?m)^Maintainer: .+ <.+@.+>$")
        .containsPattern("(?m)^Installed-Size: \\d{5,6}$")
        .containsPattern("(?m)^Depends: libc6 \\(>= 2\\.\\d+\\), .*libstdc\\+\\+6 \\(>= \\d+\\)");
  }

  /** The sums that the package records are those of its files. */
  @Test
  void theInstallationIsComplete() throws Exception {
    assertThat(dpkg("--verify", "zonec")).isEqualTo(new Run(0, "", ""));
    Path sums = root.resolve("var/lib/dpkg/info/zonec.md5sums");
    assertThat(Files.readAllLines(sums)).hasSizeGreaterThan(80);
    Run check =
        Built.run(
            Built.SYSTEM,
            "sh",
            "-c",
            "cd \"$0\" && md5sum --quiet -c \"$1\"",
            "" + root,
            "" + sums);
    assertThat(check).isEqualTo(new Run(0, "", ""));
    for (String file :
        List.of(
            "usr/share/man/man1/zonec-verify.1.gz",
            "usr/share/bash-completion/completions/zonec",
            "usr/share/zsh/vendor-completions/_zonec",
            "usr/share/fish/vendor_completions.d/zonec.fish",
            "usr/share/doc/zonec/copyright",
            "usr/share/doc/zonec/zonec.cdx.json")) {
      assertThat(root.resolve(file)).isNotEmptyFile();
    }
    String copyright = Files.readString(root.resolve("usr/share/doc/zonec/copyright"));
    assertThat(copyright)
        .contains("Apache License", "GNU GENERAL PUBLIC LICENSE", "Copyright (c) Microsoft");
    Path licences = Built.unpack(Built.PACKAGES, Files.createDirectory(temp.resolve("archive")));
    for (Path text : Built.files(licences.resolve("licences"))) {
      assertThat(copyright).contains(text.toString().equals("LIBRARIES") ? "picocli" : "" + text);
    }
  }

  @Test
  void theCommandRunsWithoutJava() throws Exception {
    // /usr/bin/zonec is a link, which the program resolves with readlink.
    Path programs = Files.createDirectory(temp.resolve("programs"));
    Files.createSymbolicLink(programs.resolve("readlink"), Path.of("/usr/bin/readlink"));
    Run run =
        Built.run(
            Map.of("PATH", programs.toString()),
            root.resolve("usr/bin/zonec").toString(),
            "verify",
            Built.SHOP.resolve("zones").toString(),
            "-m",
            Built.SHOP.resolve("k8s").toString(),
            "--plan");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("no undeclared connection: proved");
  }

  @Test
  void nothingIsLeftAfterRemoval() throws Exception {
    Path other = Files.createDirectory(temp.resolve("other"));
    Path database = Files.createDirectories(other.resolve("var/lib/dpkg"));
    Files.createDirectories(database.resolve("info"));
    Files.createDirectories(database.resolve("updates"));
    Files.writeString(database.resolve("status"), "");
    for (List<String> step :
        List.of(List.of("--force-depends", "--install", "" + deb), List.of("--purge", "zonec"))) {
      Run run = dpkg(other, step.toArray(String[]::new));
      assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }
    assertThat(other.resolve("usr/bin/zonec")).doesNotExist();
    assertThat(other.resolve("usr/lib/zonec")).doesNotExist();
  }

  @Test
  void lintianHasNoComplaint() throws Exception {
    assumeTrue(Boolean.getBoolean("dist.lintian"), "lintian takes long: -Ddist.lintian=true");
    Run run = Built.run(Built.SYSTEM, "lintian", "--fail-on", "error,warning", deb.toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).doesNotContain("E: ", "W: ");
  }

  private static Run dpkg(String... arguments) throws Exception {
    return dpkg(root, arguments);
  }

  private static Run dpkg(Path root, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("dpkg", "--root=" + root, "--force-not-root", "--log=" + temp.resolve("log")));
    command.addAll(List.of(arguments));
    return Built.run(Built.SYSTEM, command.toArray(String[]::new));
  }
}
