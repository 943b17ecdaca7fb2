package dev.zonec.model.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;

/**
 * A question of what can connect to what.
 *
 * @param from where connections begin
 * @param path whether any number of hops counts, rather than one
 * @param to where they end
 * @param service what the last hop must open
 */
public record Query(End from, boolean path, End to, Service service) {
  /** One end of a question. */
  public sealed interface End {
    /** The words of the question that name it. */
    Span origin();

    /** Every workload and every address. */
    record Anywhere(Span origin) implements End {}

    /** The members of a zone or external. */
    record OfParty(Party party, Span origin) implements End {}

    /** A workload by namespace and name. */
    record OfWorkload(String namespace, String name, Span origin) implements End {}

    /** Pods by labels. */
    record OfPods(PodSet pods, Span origin) implements End {}

    /** Addresses. */
    record OfAddresses(IpBlock block, Span origin) implements End {}
  }
}
