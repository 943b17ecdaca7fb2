package dev.zonec.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the table of modules in {@code docs/architecture.md} with the files that Maven reads.
 */
final class ModulesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));

  /**
   * A row of the table: the folder of a module, its content, the modules that it uses, and its
   * libraries.
   */
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z/]+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE);

  private static final Pattern MODULE = Pattern.compile("<module>([a-z/]+)</module>");

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>dev\\.zonec</groupId>\\s*<artifactId>zonec-([a-z]+)<");

  /** A dependency of main code, which has no {@code <scope>test</scope>}. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "<dependency>\\s*<groupId>(?!dev\\.zonec)[^<]*</groupId>\\s*"
              + "<artifactId>([^<]*)</artifactId>\\s*(?:<exclusions>.*?</exclusions>\\s*)?"
              + "</dependency>",
          Pattern.DOTALL);

  /** The names of libraries in the table, by prefixes of artifact names. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("antlr4-", "ANTLR"),
          Map.entry("kubernetes-model-", "fabric8's models"),
          Map.entry("kubernetes-httpclient-", "fabric8's client"),
          Map.entry("snakeyaml", "SnakeYAML"),
          Map.entry("java-diff-utils", "java-diff-utils"),
          Map.entry("z3-", "Z3"),
          Map.entry("smtinterpol", "SMTInterpol"),
          Map.entry("flink-", "Flink"),
          Map.entry("lz4-java", "LZ4"),
          Map.entry("org.eclipse.elk", "ELK"),
          Map.entry("org.eclipse.jgit", "JGit"),
          Map.entry("org.eclipse.lsp4j", "LSP4J"),
          Map.entry("gson", "Gson"),
          Map.entry("picocli", "picocli"),
          Map.entry("jmh-core", "JMH"),
          Map.entry("jackson-", "Jackson"));

  @Test
  void theTableListsTheLibraries() throws IOException {
    Map<String, TreeSet<String>> written = new TreeMap<>();
    ROW.matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
        .results()
        .filter(row -> !row.group(1).equals("tests"))
        .forEach(row -> written.put(row.group(1), names(row.group(3))));
    Map<String, TreeSet<String>> declared = new TreeMap<>();
    for (String folder : modules("")) {
      if (!folder.equals("tests")) {
        declared.put(folder, libraries(folder));
      }
    }
    assertThat(written).isEqualTo(declared);
  }

  private static TreeSet<String> libraries(String folder) throws IOException {
    return found(LIBRARY, folder).stream()
        .flatMap(
            artifact ->
                LIBRARIES.entrySet().stream()
                    .filter(each -> artifact.startsWith(each.getKey()))
                    .map(Map.Entry::getValue))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTableListsTheDependenciesThatMavenEnforces() throws IOException {
    Map<String, TreeSet<String>> written = new TreeMap<>();
    ROW.matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
        .results()
        .forEach(row -> written.put(row.group(1), names(row.group(2))));
    Map<String, TreeSet<String>> declared = new TreeMap<>();
    for (String folder : modules("")) {
      declared.put(folder, found(DEPENDENCY, folder));
    }
    assertThat(written).isEqualTo(declared);
  }

  /** Returns the folders of modules with code below {@code parent}. */
  private static List<String> modules(String parent) throws IOException {
    TreeSet<String> children = found(MODULE, parent);
    if (children.isEmpty()) {
      return List.of(parent);
    }
    TreeSet<String> folders = new TreeSet<>();
    for (String child : children) {
      folders.addAll(modules(parent.isEmpty() ? child : parent + "/" + child));
    }
    return List.copyOf(folders);
  }

  private static TreeSet<String> found(Pattern pattern, String folder) throws IOException {
    String pom = Files.readString(ROOT.resolve(folder).resolve("pom.xml"));
    return pattern
        .matcher(pom)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> names(String cell) {
    return Stream.of(cell.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
