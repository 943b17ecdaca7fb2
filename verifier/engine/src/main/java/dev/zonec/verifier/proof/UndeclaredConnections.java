package dev.zonec.verifier.proof;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The obligations from which it follows that every allowed connection with an end in a zone is
 * declared: one for each side and namespace.
 *
 * <p>If the source is in a zone of the namespace, it is sufficient that the egress policies of this
 * namespace alone admit no more than its flows declare. A connection whose source is in no zone and
 * whose destination is in a zone is treated in the same way, with the ingress policies of the
 * destination. Together, the two cases contain every connection that concerns the program
 * (spec/verification.md, Single connections).
 *
 * @param relations the relations
 */
record UndeclaredConnections(Relations relations) {
  /**
   * A part of the connections.
   *
   * @param end the end that is in a zone
   * @param namespace the number of the namespace of this end
   */
  record Part(End end, int namespace) {}

  /** Returns the obligations of all sides and namespaces. */
  List<Obligation> all() {
    List<Obligation> all = new ArrayList<>();
    for (End end : End.values()) {
      for (int namespace : relations.byNamespace().governedNamespaces()) {
        all.add(at(end, namespace));
      }
    }
    return all;
  }

  /** Returns the obligation for connections with this end in a zone of the namespace. */
  Obligation at(End end, int namespace) {
    return at(end, namespace, relations.mayAdmit(end.direction().opposite(), relations.rules()));
  }

  /**
   * Does the same for some of these connections.
   *
   * @param otherSide the connections that count at the other end
   */
  Obligation at(End end, int namespace, Formula otherSide) {
    List<Formula> whole = new ArrayList<>();
    whole.add(local(end, namespace));
    if (end == End.DESTINATION) {
      // A source in a zone belongs to the other case.
      whole.add(Formula.not(relations.declared().inZones(End.SOURCE)));
    }
    whole.add(Formula.not(relations.declared().at(end, namespace)));
    whole.add(otherSide);
    return new Obligation(
        "an undeclared connection is allowed whose "
            + (end == End.SOURCE ? "source" : "destination")
            + " is in a zone of "
            + relations
                .name(namespace)
                .map(name -> "namespace " + name)
                .orElse("another namespace"),
        Optional.of(inShort(end, namespace)),
        new Formula.All(whole));
  }

  /**
   * The policies of the namespace alone admit more at this end than its flows declare. If this is
   * impossible, the obligation holds.
   */
  Formula inShort(End end, int namespace) {
    return Formula.all(
        local(end, namespace), Formula.not(relations.declared().lowerBoundAt(end, namespace)));
  }

  private Formula local(End end, int namespace) {
    return Formula.all(
        new Formula.InNamespace(end, namespace),
        Formula.in(end, relations.byNamespace().zones(namespace)),
        relations.mayAdmit(end.direction(), relations.byNamespace().rules(Bits.of(namespace))));
  }
}
