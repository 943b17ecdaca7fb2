package dev.zonec.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The libraries of the system that an installation for Linux loads. */
final class SharedLibraries {
  /** The packages of Debian with the libraries, by the beginning of their names. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "libc.so.", "libc6",
          "libm.so.", "libc6",
          "libdl.so.", "libc6",
          "librt.so.", "libc6",
          "libpthread.so.", "libc6",
          "ld-linux-", "libc6",
          "libstdc++.so.", "libstdc++6",
          "libgcc_s.so.", "libgcc-s1",
          "libz.so.", "zlib1g");

  /** The first version of libstdc++6 with the symbols of a version, from its list of symbols. */
  private static final Map<Integer, String> GLIBCXX =
      Map.ofEntries(
          Map.entry(20, "4.9"),
          Map.entry(21, "5"),
          Map.entry(22, "6"),
          Map.entry(23, "7"),
          Map.entry(24, "7"),
          Map.entry(25, "8"),
          Map.entry(26, "9"),
          Map.entry(27, "9"),
          Map.entry(28, "9"),
          Map.entry(29, "11"),
          Map.entry(30, "12"),
          Map.entry(31, "13.1"),
          Map.entry(32, "13.1"),
          Map.entry(33, "14"));

  private static final Comparator<String> BY_NUMBERS =
      Comparator.comparing(
          SharedLibraries::numbers,
          (first, second) -> {
            for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
              int order = first.get(i).compareTo(second.get(i));
              if (order != 0) {
                return order;
              }
            }
            return Integer.compare(first.size(), second.size());
          });

  private final Map<String, Set<String>> needed;

  private SharedLibraries(Map<String, Set<String>> needed) {
    this.needed = needed;
  }

  /** Reads every program and library in {@code folder}. */
  static SharedLibraries of(Path folder) throws IOException {
    Map<String, Set<String>> needed = new TreeMap<>();
    Set<String> own = new TreeSet<>();
    for (Path path : TarFile.sorted(folder)) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        own.add(path.getFileName().toString());
        Optional<ElfFile> elf = ElfFile.read(path);
        if (elf.isPresent()) {
          for (String name : elf.get().needed()) {
            needed
                .computeIfAbsent(name, library -> new TreeSet<>())
                .addAll(elf.get().versions().getOrDefault(name, Set.of()));
          }
        }
      }
    }
    needed.keySet().removeAll(own);
    return new SharedLibraries(needed);
  }

  /** Returns the names of the libraries that are not in the installation itself. */
  Set<String> names() {
    return needed.keySet();
  }

  /** Returns the packages of Debian with the libraries, as the field {@code Depends} has them. */
  String depends() throws IOException {
    return requirements().entrySet().stream()
        .map(
            each ->
                each.getKey() + (each.getValue().isEmpty() ? "" : " (>= " + each.getValue() + ")"))
        .collect(Collectors.joining(", "));
  }

  /** Returns the packages of Debian with the libraries, and the least version of each or "". */
  SortedMap<String, String> requirements() throws IOException {
    SortedMap<String, String> requirements = new TreeMap<>();
    for (String name : needed.keySet()) {
      String owner =
          owner(name)
              .orElseThrow(
                  () -> new IOException("it is not known which package of Debian has " + name));
      requirements.put(
          owner,
          switch (owner) {
            case "libc6" -> newest("libc6", "GLIBC_").orElse("");
            case "libstdc++6" -> libstdcxx();
            default -> "";
          });
    }
    return requirements;
  }

  /** Compares two versions, such as {@code 2.36-9} and {@code 2.38}, by their first numbers. */
  static int compareVersions(String first, String second) {
    return BY_NUMBERS.compare(first, second);
  }

  private String libstdcxx() throws IOException {
    Optional<String> newest = newest("libstdc++6", "GLIBCXX_");
    List<Integer> numbers = numbers(newest.orElse("3.4.20"));
    int last = numbers.size() > 2 ? Math.max(20, numbers.get(2)) : 20;
    String version = GLIBCXX.get(last);
    if (version == null) {
      throw new IOException("it is not known which libstdc++6 has the symbols GLIBCXX_3.4." + last);
    }
    return version;
  }

  private Optional<String> newest(String owner, String prefix) {
    return needed.entrySet().stream()
        .filter(each -> owner(each.getKey()).filter(owner::equals).isPresent())
        .flatMap(each -> each.getValue().stream())
        .filter(version -> version.matches(prefix + "[0-9.]+"))
        .map(version -> version.substring(prefix.length()))
        .max(BY_NUMBERS);
  }

  private static Optional<String> owner(String library) {
    return PACKAGES.entrySet().stream()
        .filter(each -> library.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<Integer> numbers(String version) {
    return Stream.of(version.replaceFirst("[^0-9.].*", "").split("\\."))
        .map(Integer::valueOf)
        .toList();
  }
}
