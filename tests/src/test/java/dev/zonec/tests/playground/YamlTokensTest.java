package dev.zonec.tests.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import dev.zonec.tests.graph.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The colors of manifests in the page of {@code zonec serve}, in Chromium if it is installed. */
final class YamlTokensTest {
  private static final Path SCRIPT =
      Run.ROOT.resolve("views/playground/src/main/resources/dev/zonec/views/playground/yaml.js");

  private static final String MANIFEST =
      """
      # a pod
      kind: "Pod" # of nobody
      "a b": 'it''s'
      metadata: {name: web, n: 80, labels: &all {app: !x web}}
      spec:
        - run: |
            a: b

            # text
          next: *all
        - >-
         folded
        - [true, "two
           lines", z]
      url: http://a:80/b#c
      ---
      - ? x
      """;

  private static final String EXPECTED =
      """
      comment # a pod
      key kind
      string "Pod"
      comment # of nobody
      key "a b"
      string 'it''s'
      key metadata
      key name
      string web
      key n
      number 80
      key labels
      mark &all
      key app
      mark !x
      string web
      key spec
      mark -
      key run
      mark |
      string a: b
      string # text
      key next
      mark *all
      mark -
      mark >-
      string folded
      mark -
      number true
      string "two
      string lines"
      string z
      key url
      string http://a:80/b#c
      mark ---
      mark -
      mark ?
      string x
      """;

  /** Writes the tokens of a text, and fails unless tokens of random texts follow each other. */
  private static final String CHECK =
      """
      const text = TEXT;
      let found = yamlTokens(text).map(([at, length, role]) => role + ' ' + text.slice(at, at + length)).join('\\n') + '\\n';
      let seed = 1;
      const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
      const signs = 'ab:-#|>\\'"{}[],&*! \\n\\\\?~0';
      for (let n = 0; n < 20000; n++) {
        let some = '';
        for (let i = 0; i < 40; i++) some += signs[random(signs.length)];
        let end = 0;
        for (const [at, length] of yamlTokens(some)) {
          if (at < end || length < 1 || at + length > some.length || some.slice(at, at + length).includes('\\n')) found = 'wrong: ' + some;
          end = at + length;
        }
      }
      document.getElementById('found').textContent = found;
      """;

  @TempDir private Path folder;

  @Test
  void tokensAreThoseOfTheText() throws Exception {
    assumeTrue(Chromium.find().isPresent(), "Chromium is not installed");
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<!DOCTYPE html><pre id=\"found\"></pre><script>"
                + Files.readString(SCRIPT)
                + CHECK.replace("TEXT", new JsonMapper().writeValueAsString(MANIFEST))
                + "</script>");
    String dom = Chromium.find().get().dom(folder.resolve("profile"), page.toUri().toString());
    int start = dom.indexOf("<pre id=\"found\">") + "<pre id=\"found\">".length();
    assertThat(
            dom.substring(start, dom.indexOf("</pre>"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"))
        .isEqualTo(EXPECTED);
  }
}
