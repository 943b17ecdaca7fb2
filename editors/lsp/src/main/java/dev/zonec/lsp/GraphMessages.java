package dev.zonec.lsp;

import com.google.gson.JsonObject;
import dev.zonec.application.editing.drawing.EditedGraph;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.graph.Graph;
import dev.zonec.views.graph.svg.EdgeTable;
import dev.zonec.views.graph.svg.GraphSvg;

/** Writes graphs as results of a command. */
final class GraphMessages {
  /** The result for a document that is no source. */
  static final JsonObject NO_SOURCE =
      message(EditedGraph.notDrawn("this document is no zone program\n"));

  private record Pictures(String svg, String table) {
    static Pictures of(Graph graph) {
      return new Pictures(GraphSvg.element(graph), EdgeTable.text(graph));
    }
  }

  private GraphMessages() {}

  /** Draws the program; {@code all} if nothing is left out. */
  static JsonObject of(ProgramState state, boolean all) {
    return message(EditedGraph.of(state, all, Pictures::of));
  }

  private static JsonObject message(EditedGraph<Pictures> drawn) {
    JsonObject message = new JsonObject();
    drawn
        .drawn()
        .ifPresent(
            pictures -> {
              message.addProperty("svg", pictures.svg());
              message.addProperty("table", pictures.table());
            });
    message.addProperty("problems", drawn.problems());
    return message;
  }
}
