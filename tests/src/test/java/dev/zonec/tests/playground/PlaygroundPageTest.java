package dev.zonec.tests.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.graph.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code zonec serve} in Chromium, if it is installed. */
final class PlaygroundPageTest {
  /** What a script of a name would do to the page. */
  private static final String EVIL =
      "</title></pre><script>document.title='owned'</script><img src=x"
          + " onerror=\"document.title='owned'\">";

  private static final String EXPECTED_TITLE = "<title>zonec playground</title>";

  @TempDir private Path folder;

  private String dom(ServedPage page, String link) throws Exception {
    assumeTrue(Chromium.find().isPresent(), "Chromium is not installed");
    return Chromium.find().get().dom(folder.resolve("profile"), page.url() + "#" + link);
  }

  private static String pane(String dom, String id) {
    int start = dom.indexOf(" id=\"" + id + "\"");
    assertThat(start).as(id).isPositive();
    return dom.substring(start, dom.indexOf("</section>", start));
  }

  @Test
  void aBrowserShowsTheVerdictOfALeak() throws Exception {
    try (ServedPage page = ServedPage.of("--no-config")) {
      String dom = dom(page, "open=shop-leak");
      assertThat(dom).contains("data-ready=\"verdict\"");
      assertThat(pane(dom, "verdict"))
          .contains(
              "a claim is refuted",
              "no_leak: no path redis ~&gt; internet",
              "shop/redis-cart (Deployment) → 1.1.1.1 on tcp/443",
              "online-boutique/leaky/np-redis.yaml:16</button>",
              "nodes are trusted");
      assertThat(pane(dom, "program"))
          .contains("<span class=\"keyword\">zone</span>", "<span class=\"error\">75</span>");
      assertThat(pane(dom, "manifests"))
          .contains(
              "class=\"marked\"",
              "<span class=\"key\">kind</span>: <span class=\"string\">Deployment</span>");
    }
  }

  @Test
  void aBrowserShowsTheGraphThePoliciesAndAnAnswer() throws Exception {
    try (ServedPage page = ServedPage.of("--no-config")) {
      assertThat(pane(dom(page, "open=store&show=graph"), "graph"))
          .contains(
              "<svg",
              "What may connect, by zone",
              "class=\"zg\"",
              "class=\"picture live\"",
              "what the defaults of the program declare");
      String everything = dom(page, "open=store&show=graph&all");
      assertThat(pane(everything, "graph"))
          .contains("nodelocaldns")
          .doesNotContain("what the defaults of the program declare, such as DNS");
      assertThat(pane(everything, "answers")).contains("zonec graph", " --all ");
      assertThat(pane(dom(page, "open=store&show=compiled"), "compiled"))
          .contains("kind: NetworkPolicy", "Add these policies to the manifests");
      String asked =
          dom(page, "open=first-program&show=query&ask=web ~> redis".replace(" ", "%20"));
      assertThat(asked).contains("data-replied=\"yes\"");
      assertThat(pane(asked, "query")).contains("shop/frontend (Deployment)", "shop/redis-cart");
      assertThat(pane(asked, "answers")).contains("zonec query --tree");
    }
  }

  /** The names of files, zones, objects and labels, and every text, are hostile. */
  @Test
  void hostileNamesAreText() throws Exception {
    String file = "<script>document.title='owned'<";
    Path k8s = Files.createDirectories(folder.resolve("k8s"));
    String quoted = "\"" + EVIL.replace("\"", "\\\"") + "\"";
    Files.writeString(
        k8s.resolve(file + ".yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: web, labels: {app: EVIL}}
        spec: {containers: []}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: EVIL, namespace: EVIL}
        spec: {containers: []}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: EVIL, namespace: web}
        spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{}]}
        """
            .replace("EVIL", quoted));
    Path program =
        Files.writeString(
            folder.resolve("a.zone"),
            "module m\n\nzone web { namespace web }\n\nassert safe: no path internet ~> web\n# "
                + EVIL
                + "\n");
    try (ServedPage page = ServedPage.of(program.toString(), "-m", k8s.toString(), "--no-config")) {
      for (String link : List.of("show=verdict", "show=graph", "show=compiled")) {
        assertHarmless(dom(page, link));
      }
      String asked = dom(page, "show=query&ask=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E");
      assertHarmless(asked);
      assertThat(pane(asked, "reply")).contains("&lt;script&gt;alert(1)");
    }
    Path broken = Files.writeString(folder.resolve("b.zone"), "module m\n\nzone " + EVIL + " {\n");
    try (ServedPage page = ServedPage.of(broken.toString(), "--no-config")) {
      String dom = dom(page, "show=verdict");
      assertHarmless(dom);
      assertThat(pane(dom, "verdict")).contains("the inputs have errors");
    }
  }

  private static void assertHarmless(String dom) {
    assertThat(dom).contains(EXPECTED_TITLE, "data-ready=\"");
    assertThat(dom).doesNotContain("data-ready=\"failed\"", "<img");
    assertThat(dom.split("<script", -1)).hasSize(2);
  }
}
