package dev.zonec.model.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A question of what can connect to what.
 *
 * @param from where connections begin
 * @param path whether any number of hops counts, rather than one
 * @param to where they end
 * @param service what the last hop must open
 */
public record Query(End from, boolean path, End to, Service service) {
  /** What its ends ask of pods' labels, zones and externals left out. */
  public List<Selector> podSelectors() {
    List<Selector> selectors = new ArrayList<>();
    for (End end : List.of(from, to)) {
      switch (end) {
        case End.OfPods(PodSet pods, Span origin) -> selectors.addAll(pods.podSelectors());
        case End.Anywhere anywhere -> {}
        case End.OfParty party -> {}
        case End.OfWorkload workload -> {}
        case End.OfService service -> {}
        case End.Entrances entrances -> {}
        case End.OfAddresses addresses -> {}
      }
    }
    return List.copyOf(selectors);
  }

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

    /** A Service by namespace and name; only a question's second end. */
    record OfService(String namespace, String name, Span origin) implements End {}

    /**
     * Whatever forwards requests from outside for an Ingress or a route; only a question's first
     * end.
     */
    record Entrances(Span origin) implements End {}

    /** Pods by labels. */
    record OfPods(PodSet pods, Span origin) implements End {}

    /** Addresses. */
    record OfAddresses(IpBlock block, Span origin) implements End {}
  }
}
