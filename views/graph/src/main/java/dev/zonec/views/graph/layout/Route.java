package dev.zonec.views.graph.layout;

import java.util.List;

/**
 * The line of an edge.
 *
 * @param points the points from its source to its destination; at least two
 * @param label the place of its label
 */
public record Route(List<Route.Point> points, Box label) {
  /** Copies the points. */
  public Route {
    points = List.copyOf(points);
  }

  /** A point, in pixels from the top left corner of the picture. */
  public record Point(double x, double y) {}
}
