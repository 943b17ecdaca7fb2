package dev.zonec.response.change;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import java.util.List;
import java.util.SortedSet;

/** Selectors of sets of pods. */
public final class PodTerms {
  private PodTerms() {}

  /** Returns a selector of the namespaces with these names. */
  public static Selector namespaces(SortedSet<String> names) {
    return new Selector(List.of(new Requirement.In(Namespace.NAME_LABEL, names)));
  }

  /** Returns a selector of the namespaces of the pods. */
  public static Selector namespaces(PodSet.Term term) {
    return switch (term.namespaces()) {
      case PodSet.NamespaceSet.Named(var names, Selector labels) -> namespaces(names).and(labels);
      case PodSet.NamespaceSet.Selected(Selector labels) -> labels;
    };
  }
}
