package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.dist.Built.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formula names archives that exist, by their sums. */
final class FormulaIT {
  private static final Pattern SOURCE =
      Pattern.compile("url \".*/([^/\"]+)\"\\s+sha256 \"([0-9a-f]{64})\"");
  private static final Pattern INSTALLED = Pattern.compile("libexec/\"([^\"]+)\"");

  @TempDir private Path temp;

  @Test
  void theSumsAreThoseOfTheArchives() throws Exception {
    String formula = Files.readString(Built.PACKAGES.resolve("zonec.rb"));
    List<String> sources =
        SOURCE
            .matcher(formula)
            .results()
            .map(each -> each.group(2) + "  " + each.group(1))
            .sorted()
            .toList();
    assertThat(sources)
        .isNotEmpty()
        .isEqualTo(
            Files.readAllLines(Built.PACKAGES.resolve("SHA256SUMS")).stream()
                .filter(line -> line.endsWith(".tar.gz"))
                .sorted()
                .toList());
    assertThat(formula).doesNotContain("@");
    ruby(Built.PACKAGES.resolve("zonec.rb"));
  }

  @Test
  void whatItInstallsIsInTheArchive() throws Exception {
    String formula = Files.readString(Built.PACKAGES.resolve("zonec.rb"));
    Path home = Built.unpack(Built.PACKAGES, temp);
    List<String> paths = INSTALLED.matcher(formula).results().map(each -> each.group(1)).toList();
    assertThat(paths).hasSizeGreaterThan(4).contains("bin/zonec");
    for (String path : paths) {
      // The archive for this machine has the class archive instead of the script that makes it.
      if (!path.equals("lib/class-archive")) {
        Path folder = home.resolve(path).getParent();
        try (var files = Files.newDirectoryStream(folder, path.replaceFirst(".*/", ""))) {
          assertThat(files).as(path).isNotEmpty();
        }
      }
    }
  }

  /** The test of the formula is a program that zonec proves. */
  @Test
  void itsTestPasses() throws Exception {
    String formula = Files.readString(Built.PACKAGES.resolve("zonec.rb"));
    var program = Pattern.compile("(?s)<<~ZONE\\n(.*?)\\n *ZONE\\n").matcher(formula);
    assertThat(program.find()).isTrue();
    Path file = Files.writeString(temp.resolve("shop.zone"), program.group(1).stripIndent());
    Path home = Built.unpack(Built.PACKAGES, temp);
    Run run =
        Built.run(
            Built.SYSTEM, home.resolve("bin/zonec").toString(), "verify", "--plan", "" + file);
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(formula).contains("\"verify\", \"--plan\", \"shop.zone\"");
  }

  @Test
  void everyPlatformHasABranch() throws Exception {
    var archives = new TreeMap<Platform, Path>();
    for (Platform platform : Platform.values()) {
      archives.put(
          platform, Files.writeString(temp.resolve("z-" + platform + ".tar.gz"), "" + platform));
    }
    String all = Formula.text("1.2.3", archives);
    assertThat(all)
        .contains("on_macos do\n    on_intel do", "on_linux do\n    on_intel do", "on_arm do")
        .contains("/releases/download/v1.2.3/z-linux-arm64.tar.gz")
        .doesNotContain("depends_on");
    for (Path archive : archives.values()) {
      assertThat(all).contains(Checksums.sha256(archive));
    }
    ruby(Files.writeString(temp.resolve("all.rb"), all));
    archives.keySet().removeIf(platform -> platform != Platform.MACOS_ARM64);
    String one = Formula.text("1.2.3", archives);
    assertThat(one)
        .contains("depends_on :macos", "depends_on arch: :arm64")
        .doesNotContain("on_linux", "on_intel");
    ruby(Files.writeString(temp.resolve("one.rb"), one));
  }

  private static void ruby(Path formula) throws Exception {
    if (Built.has("ruby")) {
      Run run = Built.run(Built.SYSTEM, "ruby", "-wc", formula.toString());
      assertThat(run).isEqualTo(new Run(0, "Syntax OK\n", ""));
    }
  }
}
