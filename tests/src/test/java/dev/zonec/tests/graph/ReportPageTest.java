package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Place;
import dev.zonec.tests.endtoend.Run;
import dev.zonec.views.page.ReportPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of {@code zonec report}: the shop with a leak, and hostile names. */
final class ReportPageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern HASH = Pattern.compile("'sha256-[^']+'");
  private static final String SHOP = Run.ROOT.resolve("examples/online-boutique").toString();

  @TempDir private static Path out;

  private static String page = "";

  @BeforeAll
  static void writePage() throws IOException {
    Path policies = out.resolve("policies");
    Run compiled =
        Run.zonec("compile", SHOP + "/zones", "-m", SHOP + "/k8s", "-o", policies.toString());
    assertThat(compiled.exit()).isZero();
    Run run = Run.zonec(words("report", "-o", out.resolve("report.html").toString()));
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).endsWith("report.html: 6 failed, 17 proved\n");
    page = Files.readString(out.resolve("report.html"));
  }

  private static String[] words(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, SHOP + "/zones"));
    words.addAll(List.of("-m", SHOP + "/k8s", "-m", out.resolve("policies").toString()));
    words.addAll(List.of("-m", SHOP + "/leaky"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static JsonNode data(String text) {
    return new JsonMapper().readTree(scripts(text).getFirst().group(2));
  }

  private static List<MatchResult> scripts(String text) {
    return SCRIPT.matcher(text).results().toList();
  }

  @Test
  void theDataAreTheVerdictsOfVerify() {
    Run verify = Run.zonec(words("verify", "-f", "jsonl"));
    List<JsonNode> lines =
        verify.out().lines().map(line -> (JsonNode) new JsonMapper().readTree(line)).toList();
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode line : lines) {
      if (line.has("status")) {
        expected.add(line.get("id").asString() + " " + line.get("status").asString());
      }
    }
    TreeSet<String> entries = new TreeSet<>();
    for (JsonNode entry : data(page).get("report").get("entries")) {
      entries.add(entry.get("id").asString() + " " + entry.get("status").asString());
    }
    assertThat(expected).hasSize(23);
    assertThat(entries).isEqualTo(expected);
  }

  @Test
  void theTextHasEveryEntryAndEdge() {
    JsonNode all = data(page);
    for (int i = 0; i < all.get("report").get("entries").size(); i++) {
      assertThat(page).containsOnlyOnce(" id=\"entry-" + i + "\"");
    }
    for (int i = 0; i < all.get("graph").get("edges").size(); i++) {
      assertThat(page).containsOnlyOnce("<tr id=\"edge-" + i + "\"");
    }
    assertThat(page).contains("leaky/np-redis.yaml:16", "nodes are trusted");
  }

  @Test
  void thePolicyAllowsOnlyTheScriptAndStylesOfThePage() throws Exception {
    List<String> expected = new ArrayList<>();
    List<MatchResult> scripts = scripts(page);
    assertThat(scripts).hasSize(2);
    assertThat(scripts.get(0).group(1)).contains("application/json");
    expected.add(hash(scripts.get(1).group(2)));
    STYLE.matcher(page).results().forEach(style -> expected.add(hash(style.group(1))));
    String policy =
        page.lines().filter(line -> line.contains("Content-Security")).findFirst().get();
    assertThat(HASH.matcher(policy).results().map(MatchResult::group))
        .containsExactlyElementsOf(expected);
    assertThat(policy).contains("default-src 'none';").doesNotContain("unsafe");
    assertThat(page).doesNotContainPattern("\\s(style|on[a-z]+|src|href)=");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void hostileTextIsText() {
    String evil = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)>\u2028";
    Entry entry =
        Entry.plain("a", Status.FAILED, new EntryRule.OfCode(Code.ZC0506), evil)
            .at(
                new Place.InFile(evil),
                evil,
                List.of(),
                List.of(),
                List.of(new PathHop(evil, evil, "tcp/1", false, List.of())));
    Report report = new Report("verify", evil, List.of(), List.of(evil), List.of(entry));
    Graph graph = RandomGraphs.of(7, 8, List.of(evil, "plain"));
    String json = new JsonMapper().writeValueAsString(Map.of("text", evil));
    String text = ReportPage.text(report, graph, json);
    assertThat(scripts(text)).hasSize(2);
    assertThat(text.split("<script", -1)).hasSize(3);
    assertThat(text).doesNotContain("<img").doesNotContain("</style><");
    assertThat(data(text).get("text").asString()).isEqualTo(evil);
  }

  /** Chromium runs the script of the page, and shows what a link asks for. */
  @Test
  void aBrowserShowsFindingsNodesAndEdges() throws Exception {
    Optional<Chromium> browser = Chromium.find();
    assumeTrue(browser.isPresent(), "Chromium is not installed");
    String finding = dom(browser.get(), "#show=entry-0");
    assertThat(finding).contains("data-ready=\"yes\"").contains("class=\"undeclared lit\"");
    assertThat(panel(finding)).contains("1.1.1.1", "redis → internet");
    assertThat(panel(dom(browser.get(), "#show=node-2")))
        .contains("zone redis", "shop/redis-cart (Deployment)", "NetworkPolicy shop/redis-cart");
    assertThat(panel(dom(browser.get(), "#show=edge-0"))).contains("web → cart", ".yaml:");
  }

  /** Findings of one kind are a group, and a large group is folded; a link opens what it shows. */
  @Test
  void findingsOfOneKindAreAGroup() throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      entries.add(
          Entry.plain(
              "e" + i,
              Status.FAILED,
              new EntryRule.OfCode(Code.ZC0506),
              "a connection is allowed: shop/p" + i));
    }
    entries.add(
        Entry.plain("other", Status.FAILED, new EntryRule.OfCode(Code.ZC0502), "a path: one"));
    Report report = new Report("verify", "", List.of(), List.of(), entries);
    String json =
        new JsonMapper()
            .writeValueAsString(
                Map.of(
                    "report",
                    Map.of(
                        "entries",
                        report.entries().stream()
                            .map(
                                entry ->
                                    Map.of(
                                        "status",
                                        "failed",
                                        "claim",
                                        "",
                                        "message",
                                        entry.message()))
                            .toList()),
                    "graph",
                    Map.of("nodes", List.of(), "edges", List.of())));
    Path file =
        Files.writeString(
            out.resolve("many.html"),
            ReportPage.text(report, RandomGraphs.of(7, 0, List.of("plain")), json));
    String text = Files.readString(file);
    assertThat(text)
        .containsOnlyOnce("a connection is allowed <span class=\"count\">(30 findings)</span>")
        .containsOnlyOnce("<details class=\"more\"><summary>20 more</summary>")
        .contains("<h4>shop/p0</h4>", "</span> a path: one</h3>");
    assertThat(text.split("<details class=\"finding failed\" [^>]* open>", -1)).hasSize(2);
    Optional<Chromium> browser = Chromium.find();
    assumeTrue(browser.isPresent(), "Chromium is not installed");
    int last = folded(text);
    String dom = browser.get().dom(out.resolve("profile"), file.toUri() + "#show=entry-" + last);
    assertThat(dom).contains("data-ready=\"yes\"", "<details class=\"more\" open=\"\">");
    assertThat(dom).containsPattern("id=\"entry-" + last + "\"[^>]* open=\"\"");
  }

  /**
   * A reader searches, zooms and prints; the policy of the page would not allow the test's script.
   */
  @Test
  void aReaderSearchesZoomsAndPrints() throws Exception {
    Optional<Chromium> browser = Chromium.find();
    assumeTrue(browser.isPresent(), "Chromium is not installed");
    String open = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    assertThat(open).isNotEqualTo(page);
    int end = open.lastIndexOf("</body>");
    Path file =
        Files.writeString(
            out.resolve("used.html"),
            open.substring(0, end)
                + """
                <script>
                const told = {};
                const svg = document.querySelector('svg.zg'), width = () => Number(svg.getAttribute('viewBox').split(' ')[2]);
                const click = (id) => document.getElementById(id).click();
                const findings = () => [...document.querySelectorAll('details.finding')];
                const whole = width();
                click('larger');
                told.larger = width() / whole;
                document.getElementById('picture').dispatchEvent(new KeyboardEvent('keydown', { key: '-' }));
                told.smaller = width() / whole;
                click('larger'); click('larger'); click('whole');
                told.whole = width() / whole;
                const search = document.getElementById('search');
                search.value = '169.254.169.254';
                search.dispatchEvent(new Event('input'));
                told.found = findings().filter((each) => !each.hidden).length;
                told.groups = [...document.querySelectorAll('.group')].filter((each) => each.hidden).length;
                search.value = '';
                search.dispatchEvent(new Event('input'));
                told.all = findings().filter((each) => !each.hidden).length;
                click('fold');
                told.folded = findings().filter((each) => each.open).length;
                window.dispatchEvent(new Event('beforeprint'));
                told.printed = findings().filter((each) => each.open).length;
                window.dispatchEvent(new Event('afterprint'));
                told.after = findings().filter((each) => each.open).length;
                const pre = document.createElement('pre');
                pre.id = 'told';
                pre.textContent = JSON.stringify(told);
                document.body.append(pre);
                </script>
                """
                + open.substring(end));
    String dom = browser.get().dom(out.resolve("profile"), file.toUri().toString());
    assertThat(dom).contains("<pre id=\"told\">");
    JsonNode told =
        new JsonMapper()
            .readTree(
                dom.substring(
                    dom.indexOf("<pre id=\"told\">") + "<pre id=\"told\">".length(),
                    dom.lastIndexOf("</pre>")));
    assertThat(told.get("larger").asDouble()).isEqualTo(0.8);
    assertThat(told.get("smaller").asDouble()).isEqualTo(1);
    assertThat(told.get("whole").asDouble()).isEqualTo(1);
    assertThat(told.get("found").asInt()).isEqualTo(1);
    assertThat(told.get("groups").asInt()).isEqualTo(3);
    assertThat(told.get("all").asInt()).isEqualTo(6);
    assertThat(told.get("folded").asInt()).isZero();
    assertThat(told.get("printed").asInt()).isEqualTo(6);
    assertThat(told.get("after").asInt()).isZero();
  }

  /** Returns the number of a finding that is folded. */
  private static int folded(String text) {
    String more = text.substring(text.indexOf("<details class=\"more\">"));
    int start = more.indexOf("id=\"entry-") + "id=\"entry-".length();
    return Integer.parseInt(more.substring(start, more.indexOf('"', start)));
  }

  private static String panel(String dom) {
    return dom.substring(dom.indexOf("<aside"), dom.indexOf("</aside>"));
  }

  private static String dom(Chromium browser, String link) throws Exception {
    return browser.dom(out.resolve("profile"), out.resolve("report.html").toUri() + link);
  }
}
