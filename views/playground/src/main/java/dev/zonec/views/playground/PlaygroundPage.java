package dev.zonec.views.playground;

import dev.zonec.views.graph.svg.GraphSvg;
import dev.zonec.views.graph.svg.Resource;

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
    String script =
        GraphSvg.zoomScript()
            + Resource.text(PlaygroundPage.class, "yaml.js")
            + Resource.text(PlaygroundPage.class, "playground.js");
    String style = GraphSvg.zoomStyle() + Resource.text(PlaygroundPage.class, "playground.css");
    String text =
        Resource.text(PlaygroundPage.class, "playground.html")
            .replace("@STYLE@", style)
            .replace("@SCRIPT@", script);
    String policy =
        "default-src 'none'; connect-src 'self'; script-src "
            + Resource.hash(script)
            + "; style-src "
            + Resource.hash(style)
            + " "
            + Resource.hash("\n" + GraphSvg.style())
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return new PlaygroundPage(text, policy);
  }
}
