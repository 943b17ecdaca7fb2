package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.views.graph.layout.Route;
import java.util.List;

/**
 * Draws the lines and tips of edges, so that each kind can be told from the others without colors.
 */
final class EdgeStrokes {
  /** The distance from a corner at which a line begins to turn. */
  private static final double BEND = 7;

  /** The length of an arrow. */
  private static final double TIP = 8;

  private EdgeStrokes() {}

  /**
   * Returns the elements of an edge: its line, its tip, and a mark at the start of an opened one.
   *
   * @param joined whether the line ends inside an arrow, so that no gap shows
   */
  static String of(EdgeKind kind, List<Route.Point> points, boolean joined) {
    Route.Point end = points.getLast();
    Route.Point before = points.get(points.size() - 2);
    boolean bar = kind == EdgeKind.BLOCKED || kind == EdgeKind.CLOSED;
    String line = path(points, bar || !joined ? TIP : TIP - 1);
    String tip = bar ? cross(before, end) : arrow(before, end);
    return "<path class=\"line\" d=\""
        + line
        + "\"/>\n<path class=\"tip\" d=\""
        + tip
        + "\"/>\n"
        + (kind == EdgeKind.OPENED ? circle(points.getFirst()) : "");
  }

  private static String circle(Route.Point start) {
    return "<circle class=\"tip\" cx=\""
        + Markup.number(start.x())
        + "\" cy=\""
        + Markup.number(start.y())
        + "\" r=\"4\"/>\n";
  }

  /** Returns a line with round corners that ends {@code gap} before its last point. */
  private static String path(List<Route.Point> points, double gap) {
    StringBuilder path = new StringBuilder("M" + point(points.getFirst()));
    for (int i = 1; i + 1 < points.size(); i++) {
      Route.Point corner = points.get(i);
      Route.Point in = towards(corner, points.get(i - 1), BEND);
      Route.Point away = towards(corner, points.get(i + 1), BEND);
      path.append("L").append(point(in)).append("Q").append(point(corner)).append(" ");
      path.append(point(away));
    }
    Route.Point before = points.get(points.size() - 2);
    path.append("L").append(point(towards(points.getLast(), before, gap)));
    return path.toString();
  }

  private static String point(Route.Point point) {
    return Markup.number(point.x()) + " " + Markup.number(point.y());
  }

  /** Returns the point at a distance from {@code from} on the way to {@code to}, or its middle. */
  private static Route.Point towards(Route.Point from, Route.Point to, double distance) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = length == 0 ? 0 : Math.min(distance, length / 2) / length;
    return new Route.Point(
        from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static String arrow(Route.Point before, Route.Point end) {
    Route.Point base = back(before, end, TIP);
    double x = (end.y() - base.y()) / TIP * 4.2;
    double y = (base.x() - end.x()) / TIP * 4.2;
    return "M"
        + point(end)
        + "L"
        + point(new Route.Point(base.x() + x, base.y() + y))
        + "L"
        + point(new Route.Point(base.x() - x, base.y() - y))
        + "Z";
  }

  private static String cross(Route.Point before, Route.Point end) {
    Route.Point middle = back(before, end, TIP);
    double x = middle.x();
    double y = middle.y();
    return "M"
        + point(new Route.Point(x - 4, y - 4))
        + "L"
        + point(new Route.Point(x + 4, y + 4))
        + "M"
        + point(new Route.Point(x - 4, y + 4))
        + "L"
        + point(new Route.Point(x + 4, y - 4));
  }

  private static Route.Point back(Route.Point before, Route.Point end, double distance) {
    double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
    double part = length == 0 ? 0 : distance / length;
    return new Route.Point(
        end.x() + (before.x() - end.x()) * part, end.y() + (before.y() - end.y()) * part);
  }
}
