package dev.zonec.views.graph.layout;

import dev.zonec.application.graph.Graph;

/** The sizes of the parts of a graph that contain text. */
public interface TextSizes {
  /** Returns the size of a node. */
  Size of(Graph.Node node);

  /** Returns the size of the label of an edge. */
  Size of(Graph.Edge edge);

  /** Returns the least size of a box, which has room for its name. */
  Size of(Graph.Group group);

  /** Returns the height of the line with the name of a box. */
  double caption();
}
