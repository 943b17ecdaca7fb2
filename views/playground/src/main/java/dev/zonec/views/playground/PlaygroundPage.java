package dev.zonec.views.playground;

import dev.zonec.views.graph.svg.GraphSvg;
import dev.zonec.views.graph.svg.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page: one document with its style sheet and its script. It loads nothing, and asks only the
 * server that it came from.
 *
 * @param text the document
 * @param policy its content security policy, which allows its own script and styles by their hashes
 */
record PlaygroundPage(String text, String policy) {
  /** Creates the page. */
  static PlaygroundPage create() {
    String script = Resource.text(PlaygroundPage.class, "playground.js");
    String style = Resource.text(PlaygroundPage.class, "playground.css");
    String text =
        Resource.text(PlaygroundPage.class, "playground.html")
            .replace("@STYLE@", style)
            .replace("@SCRIPT@", script);
    String policy =
        "default-src 'none'; connect-src 'self'; script-src "
            + hash(script)
            + "; style-src "
            + hash(style)
            + " "
            + hash("\n" + GraphSvg.style())
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return new PlaygroundPage(text, policy);
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
}
