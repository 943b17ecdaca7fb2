package dev.zonec.views.graph.layout;

/** A rectangle, in pixels from the top left corner of the picture. */
public record Box(double x, double y, double width, double height) {
  /** Returns the coordinate of the right side. */
  public double right() {
    return x + width;
  }

  /** Returns the coordinate of the lower side. */
  public double bottom() {
    return y + height;
  }
}
