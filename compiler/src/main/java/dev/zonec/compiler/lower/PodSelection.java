package dev.zonec.compiler.lower;

import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods of some namespaces that any of some lines selects.
 *
 * @param placement which namespaces
 * @param lines at least one; the position of a line is its number in names of policies
 */
public record PodSelection(Placement placement, List<Selector> lines) {
  /** Copies the lines. */
  public PodSelection {
    lines = List.copyOf(lines);
  }

  /** Which namespaces. */
  public sealed interface Placement {
    /** The program says nothing of namespaces. */
    record Anywhere() implements Placement {}

    /** Any of {@code alternatives}; none of them means that no namespace can meet them all. */
    record Within(List<NamespaceSet> alternatives) implements Placement {
      /** Copies the alternatives. */
      public Within {
        alternatives = List.copyOf(alternatives);
      }
    }
  }

  /** Every pod there is. */
  public static PodSelection everything() {
    return new PodSelection(new Placement.Anywhere(), List.of(Selector.EVERYTHING));
  }

  /** How many terms the pod set has. */
  public long size() {
    return (long) lines.size() * alternatives().size();
  }

  /** The same as a set of the model. */
  public PodSet pods() {
    List<PodSet.Term> terms = new ArrayList<>();
    for (Selector line : lines) {
      for (NamespaceSet namespaces : alternatives()) {
        terms.add(new PodSet.Term(namespaces, line));
      }
    }
    return new PodSet(terms);
  }

  private List<NamespaceSet> alternatives() {
    return switch (placement) {
      case Placement.Anywhere() -> List.of(new NamespaceSet.Selected(Selector.EVERYTHING));
      case Placement.Within(List<NamespaceSet> alternatives) -> alternatives;
    };
  }
}
