package dev.zonec.compiler.lower;

import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The pods that a zone selects: in some namespaces, the pods that match one of the lines.
 *
 * @param placement the namespaces
 * @param lines at least one selector; its position is its number in the names of policies
 */
public record PodSelection(Placement placement, List<Selector> lines) {
  /** Copies the lines. */
  public PodSelection {
    lines = List.copyOf(lines);
  }

  /** The namespaces of a selection. */
  public sealed interface Placement {
    /** The program does not restrict the namespaces. */
    record Anywhere() implements Placement {}

    /** Any of {@code alternatives}; without alternatives, no namespace is possible. */
    record Within(List<NamespaceSet> alternatives) implements Placement {
      /** Copies the alternatives. */
      public Within {
        alternatives = List.copyOf(alternatives);
      }
    }
  }

  /** Returns the selection of every pod. */
  public static PodSelection everything() {
    return new PodSelection(new Placement.Anywhere(), List.of(Selector.EVERYTHING));
  }

  /** Returns the number of terms of the pod set. */
  public long size() {
    return (long) lines.size() * alternatives().size();
  }

  /** Returns the selection as a set of the model. */
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
