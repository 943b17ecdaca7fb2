package dev.zonec.lsp;

import com.google.gson.JsonObject;
import dev.zonec.application.editing.drawing.EditedGraph;
import dev.zonec.views.graph.svg.EdgeTable;
import dev.zonec.views.graph.svg.GraphSvg;

/** Writes graphs as results of a command. */
final class GraphMessages {
  /** The result for a document that is no source. */
  static final JsonObject NO_SOURCE =
      of(EditedGraph.notDrawn("this document is no zone program\n"));

  private GraphMessages() {}

  static JsonObject of(EditedGraph drawn) {
    JsonObject message = new JsonObject();
    drawn
        .graph()
        .ifPresent(
            graph -> {
              message.addProperty("svg", GraphSvg.element(graph));
              message.addProperty("table", EdgeTable.text(graph));
            });
    message.addProperty("problems", drawn.problems());
    return message;
  }
}
