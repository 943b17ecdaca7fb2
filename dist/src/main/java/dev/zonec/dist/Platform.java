package dev.zonec.dist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A platform that packages are made for. */
enum Platform {
  LINUX_X64("linux-x64", "linux/amd64", "amd64"),
  LINUX_ARM64("linux-arm64", "linux/aarch64", "arm64"),
  MACOS_X64("macos-x64", "osx/amd64", ""),
  MACOS_ARM64("macos-arm64", "osx/aarch64", "");

  private final String word;
  private final String z3;
  private final String debian;

  Platform(String word, String z3, String debian) {
    this.word = word;
    this.z3 = z3;
    this.debian = debian;
  }

  /** Returns the platform of this name. */
  static Platform of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`"
                        + word
                        + "` is not a platform; there are "
                        + Arrays.stream(values())
                            .map(Platform::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** Returns the platform of this machine; empty if no packages are made for it. */
  static Optional<Platform> host() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macos" : os;
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64" -> "arm64";
          default -> System.getProperty("os.arch");
        };
    return Arrays.stream(values())
        .filter(each -> each.word.equals(system + "-" + machine))
        .findFirst();
  }

  boolean isLinux() {
    return !debian.isEmpty();
  }

  /** Returns Debian's and the image format's name of the processor; empty for macOS. */
  String debian() {
    return debian;
  }

  /** Returns the folder of the platform's libraries in the jar of Z3. */
  String z3Folder() {
    return "com/microsoft/z3/" + z3 + "/";
  }

  /** Returns the names of Z3's libraries. */
  List<String> z3Libraries() {
    String extension = isLinux() ? ".so" : ".dylib";
    return List.of("libz3" + extension, "libz3java" + extension);
  }

  /** Returns the name of the platform in the names of packages. */
  @Override
  public String toString() {
    return word;
  }
}
