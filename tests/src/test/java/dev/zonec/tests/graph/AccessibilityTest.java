package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checker axe-core finds nothing in the pages of {@code report} and {@code graph}, in Chromium
 * if it is installed.
 */
final class AccessibilityTest {
  private static final String START = "<pre id=\"axe\">";

  /** Runs the checker when the page is ready, and writes what it finds into the page. */
  private static final String CHECK =
      """
      axe.run(document, { resultTypes: ['violations'] }).then((results) => {
        const found = document.createElement('pre');
        found.id = 'axe';
        found.textContent = JSON.stringify({
          dark: matchMedia('(prefers-color-scheme: dark)').matches,
          rules: results.passes.map((rule) => rule.id),
          found: results.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)),
        });
        document.body.append(found);
      });
      """;

  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({
    "online-boutique, false, report",
    "online-boutique, true, report",
    "bank, false, report",
    "bank, true, report",
    "online-boutique, false, graph",
    "online-boutique, true, graph",
  })
  void axeFindsNothing(String example, boolean dark, String command) throws Exception {
    Optional<Chromium> browser = Chromium.find();
    assumeTrue(browser.isPresent(), "Chromium is not installed");
    String checker = checker();
    assumeTrue(!checker.isEmpty(), "axe-core is not on the class path");
    Path page = out.resolve("page.html");
    List<String> words = new ArrayList<>(List.of(command));
    Path folder = Run.ROOT.resolve("examples").resolve(example);
    words.addAll(List.of(folder.resolve("zones").toString(), "-o", page.toString()));
    words.addAll(List.of("-m", folder.resolve("k8s").toString()));
    if (example.equals("bank")) {
      words.addAll(List.of("-p", "env=prod"));
    } else {
      words.addAll(List.of("-m", folder.resolve("leaky").toString()));
    }
    assertThat(Run.zonec(words.toArray(String[]::new)).exit()).isLessThanOrEqualTo(1);
    Files.writeString(page, withChecker(Files.readString(page), checker));
    String dom =
        browser
            .get()
            .dom(
                out.resolve("profile"),
                page.toUri().toString(),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
    assertThat(dom).contains(START);
    String json = dom.substring(dom.indexOf(START) + START.length());
    JsonNode results =
        new JsonMapper()
            .readTree(
                json.substring(0, json.indexOf("</pre>"))
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&"));
    assertThat(results.get("dark").asBoolean()).isEqualTo(dark);
    assertThat(results.get("rules").toString()).contains("color-contrast", "document-title");
    assertThat(results.get("found").valueStream().map(JsonNode::asString)).isEmpty();
  }

  /** Returns the page with the checker, which its policy would not allow. */
  private static String withChecker(String page, String checker) {
    String open = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    assertThat(open).isNotEqualTo(page);
    int end = open.lastIndexOf("</body>");
    return open.substring(0, end)
        + "<script>"
        + checker.replace("</script", "<\\/script")
        + "</script><script>"
        + CHECK
        + "</script>"
        + open.substring(end);
  }

  private static String checker() throws IOException {
    try (@Nullable InputStream in =
        AccessibilityTest.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
