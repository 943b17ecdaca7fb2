package dev.zonec.compiler.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Writes {@code kustomization.yaml} and keeps what a person added to it. */
final class KustomizationText {
  private static final String RESOURCES = "resources:";

  private KustomizationText() {}

  /** Returns a file that only lists {@code resources}. */
  static String fresh(SortedSet<String> resources) {
    return KustomizationUpdate.HEADER
        + "apiVersion: kustomize.config.k8s.io/v1beta1\n"
        + "kind: Kustomization\n"
        + listed(List.of(), resources);
  }

  /**
   * Returns a generated file with other resources. Fields, comments, and resources that were not
   * generated are kept.
   */
  static String updated(
      String text, Path dir, SortedSet<String> generated, SortedSet<String> stale) {
    List<String> lines = text.replace("\r\n", "\n").lines().toList();
    StringBuilder before = new StringBuilder(KustomizationUpdate.HEADER);
    int at = 1;
    while (at < lines.size() && !isResources(lines.get(at))) {
      before.append(lines.get(at++)).append('\n');
    }
    int end = Math.min(at + 1, lines.size());
    List<String> kept = new ArrayList<>(at < lines.size() ? inline(lines.get(at)) : List.of());
    kept.removeIf(line -> isOurs(line, dir, generated, stale));
    while (end < lines.size() && isItem(lines.get(end))) {
      if (!isOurs(lines.get(end), dir, generated, stale)) {
        kept.add(lines.get(end));
      }
      end++;
    }
    StringBuilder after = new StringBuilder();
    lines.subList(end, lines.size()).forEach(line -> after.append(line).append('\n'));
    return before + listed(kept, generated) + after;
  }

  private static boolean isOurs(
      String line, Path dir, SortedSet<String> generated, SortedSet<String> stale) {
    String resource = resource(line);
    return generated.contains(resource) || stale.contains(resource) || isGone(dir, resource);
  }

  /** Returns the items of {@code resources: [a, b]}, each as a line. */
  private static List<String> inline(String line) {
    String list = line.substring(RESOURCES.length()).strip();
    return list.startsWith("[") && list.endsWith("]")
        ? Arrays.stream(list.substring(1, list.length() - 1).split(",", -1))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .map(item -> "- " + item)
            .toList()
        : List.of();
  }

  private static String listed(List<String> kept, Collection<String> resources) {
    StringBuilder text = new StringBuilder(RESOURCES);
    text.append(kept.isEmpty() && resources.isEmpty() ? " []\n" : "\n");
    kept.forEach(line -> text.append(line).append('\n'));
    resources.forEach(path -> text.append("- ").append(path).append('\n'));
    return text.toString();
  }

  private static boolean isResources(String line) {
    return line.startsWith(RESOURCES);
  }

  private static boolean isItem(String line) {
    return line.startsWith("- ") || line.startsWith(" ") || line.startsWith("#");
  }

  /** Returns the path of an item; a comment is returned unchanged. */
  private static String resource(String line) {
    String item = line.strip();
    String path = item.startsWith("- ") ? item.substring(2).strip() : item;
    boolean quoted = path.length() > 1 && "'\"".indexOf(path.charAt(0)) >= 0;
    return plain(quoted ? path.substring(1, path.length() - 1) : path);
  }

  private static String plain(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }

  /**
   * Whether the resource is a missing policy in the folder of a namespace, which was probably
   * generated once.
   */
  private static boolean isGone(Path dir, String resource) {
    try {
      return resource.matches("[a-z0-9-]+/[a-z0-9.-]+\\.yaml")
          && !Files.exists(dir.resolve(resource), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Compares the resources of {@code file}, which was not generated, with the generated policies.
   */
  static KustomizationUpdate.Unlisted unlisted(
      Path file, SortedSet<String> generated, SortedSet<String> stale) {
    String name = String.valueOf(file.getFileName());
    Optional<List<String>> resources = resources(file);
    SortedSet<String> missing = new TreeSet<>();
    SortedSet<String> gone = new TreeSet<>();
    if (resources.isPresent()) {
      for (String path : generated) {
        String folder = path.substring(0, Math.max(0, path.indexOf('/')));
        if (!resources.get().contains(path) && !resources.get().contains(folder)) {
          missing.add(path);
        }
      }
      gone.addAll(stale);
      gone.retainAll(resources.get());
    }
    return new KustomizationUpdate.Unlisted(name, resources.isPresent(), missing, gone);
  }

  private static Optional<List<String>> resources(Path file) {
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      if (tree == null) {
        return Optional.of(List.of());
      }
      if (!(tree instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      Object resources = map.get("resources");
      if (resources == null) {
        return Optional.of(List.of());
      }
      return resources instanceof List<?> list
          ? Optional.of(list.stream().map(each -> folder(plain(String.valueOf(each)))).toList())
          : Optional.empty();
    } catch (IOException | YAMLException e) {
      return Optional.empty();
    }
  }

  private static String folder(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
