package dev.zonec.verifier.diff;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.verifier.reach.PortBox;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/** Writes rectangles as statements about a connection. */
final class RectangleFormula {
  private RectangleFormula() {}

  /** The connection is in one of {@code rectangles}. */
  static Formula any(List<Rectangle> rectangles) {
    return new Formula.Any(rectangles.stream().map(RectangleFormula::of).toList());
  }

  /** The connection is in {@code rectangle}. */
  static Formula of(Rectangle rectangle) {
    List<Formula> parts = new ArrayList<>();
    parts.add(new Formula.InBoxes(End.SOURCE, rectangle.sources()));
    parts.add(new Formula.InBoxes(End.DESTINATION, rectangle.destinations()));
    parts.add(new Formula.Any(rectangle.ports().stream().map(RectangleFormula::port).toList()));
    if (rectangle.families().size() < Family.values().length) {
      parts.add(
          new Formula.Any(
              rectangle.families().stream()
                  .map(family -> (Formula) new Formula.OverFamily(family))
                  .toList()));
    }
    return new Formula.All(parts);
  }

  private static Formula port(PortBox port) {
    List<Formula> parts = new ArrayList<>();
    parts.add(in(new PortClause.Numbered(port.protocol(), port.range())));
    port.names().forEach(name -> parts.add(in(new PortClause.Named(port.protocol(), name))));
    port.without()
        .forEach(name -> parts.add(Formula.not(in(new PortClause.Named(port.protocol(), name)))));
    return new Formula.All(parts);
  }

  private static Formula in(PortClause clause) {
    return new Formula.InService(new Service.Listed(List.of(clause)));
  }
}
