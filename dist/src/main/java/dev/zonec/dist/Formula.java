package dev.zonec.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The formula with which Homebrew installs the archives. */
final class Formula {
  private static final Map<Platform, String> PROCESSORS =
      Map.of(
          Platform.MACOS_ARM64, "arm",
          Platform.MACOS_X64, "intel",
          Platform.LINUX_ARM64, "arm",
          Platform.LINUX_X64, "intel");

  private Formula() {}

  /**
   * Returns the text. Platforms without an archive are left out, and Homebrew refuses to install
   * there.
   *
   * @param archives the archive of each platform
   */
  static String text(String version, SortedMap<Platform, Path> archives) throws IOException {
    StringBuilder sources = new StringBuilder();
    boolean linux = archives.keySet().stream().anyMatch(Platform::isLinux);
    boolean macos = archives.keySet().stream().anyMatch(platform -> !platform.isLinux());
    if (!macos) {
      sources.append("  depends_on :linux\n");
    } else if (!linux) {
      sources.append("  depends_on :macos\n");
    }
    for (boolean ofLinux : new boolean[] {false, true}) {
      List<Map.Entry<Platform, Path>> some =
          archives.entrySet().stream().filter(e -> e.getKey().isLinux() == ofLinux).toList();
      if (!some.isEmpty()) {
        sources.append("\n  on_").append(ofLinux ? "linux" : "macos").append(" do\n");
        if (some.size() == 1) {
          boolean arm = "arm".equals(PROCESSORS.get(some.getFirst().getKey()));
          sources.append("    depends_on arch: ").append(arm ? ":arm64" : ":x86_64").append("\n\n");
        }
        for (Map.Entry<Platform, Path> each : some) {
          source(sources, version, each.getKey(), each.getValue());
        }
        sources.append("  end\n");
      }
    }
    return Templates.text(
        "zonec.rb.txt",
        Map.of(
            "VERSION",
            version,
            "HOMEPAGE",
            Project.HOMEPAGE,
            "SOURCES",
            sources.toString().stripTrailing()));
  }

  private static void source(StringBuilder text, String version, Platform platform, Path archive)
      throws IOException {
    text.append("    on_").append(PROCESSORS.get(platform)).append(" do\n");
    text.append("      url \"")
        .append(Project.download(version, archive.getFileName().toString()))
        .append("\"\n");
    text.append("      sha256 \"").append(Checksums.sha256(archive)).append("\"\n");
    text.append("    end\n");
  }
}
