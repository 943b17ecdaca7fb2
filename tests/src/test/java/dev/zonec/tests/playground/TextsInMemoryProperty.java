package dev.zonec.tests.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;

/** Texts that were opened have the same answers in memory as their files have on the disk. */
final class TextsInMemoryProperty {
  private static final List<String> FOLDERS = List.of("", "a", "a/b", ".hidden", "a/.git", "base");

  private static final List<String> SOURCES =
      List.of(
          "module m\n\nzone web { namespace web }\n",
          "module m\n\nimport \"../other\" as other\n",
          "module m\n\nimport \"b/x.zone\" as other\n\nallow other.web -> internet\n",
          "module n\n\nzone web { namespace n }\n",
          "zone db { namespace db }\nallow db -> db : tcp/1\n",
          "module m\n\nzone { \n",
          "");

  private static final List<String> MANIFESTS =
      List.of(
          pod("web"),
          pod("db") + "---\n" + pod("n"),
          policy("web"),
          policy("db") + "---\n{{ broken }}\n",
          "resources: [x.yaml, ../base, b]\n",
          "namespace: n\nresources: [../x.yaml]\n",
          "name: chart\n",
          "- 1\n");

  private static final List<String> MANIFEST_NAMES =
      List.of("x.yaml", "y.yml", "z.json", "kustomization.yaml", "Chart.yaml", "notes.txt");

  /** A file below the folder of its kind. */
  record Content(String path, String text) {}

  private static String pod(String name) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: %s, namespace: %s}\nspec: {containers: []}\n"
        .formatted(name, name);
  }

  private static String policy(String name) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %s, namespace: %s}
    spec: {podSelector: {}, ingress: [{}]}
    """
        .formatted(name, name);
  }

  private static Arbitrary<List<Content>> contents(
      String root, List<String> names, List<String> texts) {
    return Combinators.combine(
            Arbitraries.of(FOLDERS), Arbitraries.of(names), Arbitraries.of(texts))
        .as(
            (folder, name, text) ->
                new Content(root + (folder.isEmpty() ? "" : folder + "/") + name, text))
        .list()
        .uniqueElements(Content::path)
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Content>> sources() {
    return contents("zones/", List.of("x.zone", "y.zone", "z.txt"), SOURCES);
  }

  @Provide
  Arbitrary<List<Content>> manifests() {
    return contents("k8s/", MANIFEST_NAMES, MANIFESTS);
  }

  @Property(tries = 40)
  void answersFromMemoryAreThoseFromTheDisk(
      @ForAll("sources") List<Content> sources, @ForAll("manifests") List<Content> manifests)
      throws IOException {
    Path folder = Files.createTempDirectory("texts").toRealPath();
    try {
      write(folder, new Content("other/o.zone", "module other\n\nzone web { namespace o }\n"));
      for (Content each : sources) {
        write(folder, each);
      }
      for (Content each : manifests) {
        write(folder, each);
      }
      List<String> words =
          new ArrayList<>(List.of(folder + "/zones", "-m", folder + "/k8s", "--no-config"));
      Run verified = run("verify", words, "-f", "json");
      boolean served = isServed(words);
      Statistics.collect(served);
      Statistics.coverage(seen -> seen.check(true).percentage(each -> each > 25));
      if (!served) {
        return;
      }
      try (ServedPage page = ServedPage.of(words.toArray(String[]::new))) {
        JsonNode opened = page.open("given");
        same(verified, page.ask("given", opened, "verify", ""));
        same(run("lint", words, "-f", "json"), page.ask("given", opened, "lint", ""));
        same(run("compile", words, "-o", "-"), page.ask("given", opened, "compile", ""));
        List<String> asked = new ArrayList<>(List.of("* -> *"));
        asked.addAll(words);
        same(run("query", asked), page.ask("given", opened, "query", "* -> *"));
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whether the files are served; they are not if a folder has no source or no manifest. */
  private static boolean isServed(List<String> words) {
    try (ServedPage page = ServedPage.of(words.toArray(String[]::new))) {
      return true;
    } catch (IOException e) {
      assertThat(e.getMessage()).contains("error[ZC");
      return false;
    }
  }

  private static void write(Path folder, Content content) throws IOException {
    Path file = folder.resolve(content.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, content.text());
  }

  private static Run run(String command, List<String> words, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(words);
    args.addAll(List.of(more));
    return Run.zonec(args.toArray(String[]::new));
  }

  private static void same(Run expected, JsonNode answer) {
    assertThat(answer.get("out").asString()).isEqualTo(expected.out());
    assertThat(answer.get("err").asString()).isEqualTo(expected.err());
    assertThat(answer.get("exit").asInt()).isEqualTo(expected.exit());
  }
}
