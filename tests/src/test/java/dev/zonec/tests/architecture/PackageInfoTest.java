package dev.zonec.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package with several public types names its entry type in {@code package-info.java}. */
final class PackageInfoTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));
  private static final Pattern LINK = Pattern.compile("\\{@link\\s+(?:\\*\\s+)?([\\w.]+)");
  private static final Pattern PUBLIC =
      Pattern.compile("^public\\s.*\\b(?:class|record|interface|enum)\\s", Pattern.MULTILINE);

  @Test
  void packagesNameTheirEntryTypes() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> infos = infos();
    for (Path info : infos) {
      Path folder = info.getParent();
      String text = Files.readString(info);
      Set<String> linked =
          LINK.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
      String name = ROOT.relativize(folder).toString();
      String java = name.substring(name.indexOf("/java/") + 6).replace('/', '.');
      Set<String> publicTypes = publicTypes(folder);
      if (publicTypes.size() > 1
          && linked.stream().noneMatch(each -> publicTypes.contains(suffix(each, java)))) {
        wrong.add(name + " links to none of " + publicTypes);
      }
      for (String each : linked) {
        String type = suffix(each, java).replace('.', '/');
        if (each.startsWith(java + ".") && !Files.exists(folder.resolve(type + ".java"))) {
          wrong.add(name + " links to " + each);
        }
      }
      if (!text.startsWith("/**")) {
        wrong.add(name + " has no description");
      }
    }
    assertThat(infos).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  private static String suffix(String type, String in) {
    return type.startsWith(in + ".") ? type.substring(in.length() + 1) : type;
  }

  private static Set<String> publicTypes(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (PUBLIC.matcher(Files.readString(file)).find()) {
          found.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return found;
  }

  private static List<Path> infos() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(each -> each.endsWith("package-info.java"))
          .filter(each -> each.toString().contains("/src/main/java/"))
          .sorted()
          .toList();
    }
  }
}
