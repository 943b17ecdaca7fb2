package dev.zonec.verifier.closed.relation;

import dev.zonec.verifier.closed.admission.Admission;
import java.util.List;

/**
 * The admissions of all classes, for one address family and one treatment of host-network pods. A
 * connection is allowed if and only if the egress admission of its source and the ingress admission
 * of its destination both admit it.
 *
 * @param egress for each class, the destinations that it admits as a source
 * @param ingress for each class, the sources that it admits as a destination
 */
public record Layer(List<Admission> egress, List<Admission> ingress) {
  /** Copies the lists. */
  public Layer {
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
  }

  /**
   * Whether class {@code source} may connect to class {@code destination} on ports of {@code atom}.
   */
  public boolean allows(int source, int destination, int atom) {
    return egress.get(source).row(atom).get(destination)
        && ingress.get(destination).row(atom).get(source);
  }
}
