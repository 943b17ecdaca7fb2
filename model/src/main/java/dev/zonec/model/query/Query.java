package dev.zonec.model.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A question about connections or paths.
 *
 * @param from the first end
 * @param path whether the question is about paths with any number of hops instead of single
 *     connections
 * @param to the second end
 * @param service the ports that the last hop must open
 * @param route further conditions on paths; {@link Route#ANY} for connections
 */
public record Query(End from, boolean path, End to, Service service, Route route) {
  /**
   * Conditions on paths.
   *
   * @param within the greatest number of hops; empty for no limit
   * @param via ends of which a path must pass through one, between its ends; empty for no condition
   * @param avoiding ends that a path must not contain, not even at its ends
   */
  public record Route(OptionalInt within, List<End> via, List<End> avoiding) {
    /** No conditions. */
    public static final Route ANY = new Route(OptionalInt.empty(), List.of(), List.of());

    /** Copies the ends. */
    public Route {
      via = List.copyOf(via);
      avoiding = List.copyOf(avoiding);
    }
  }

  /** Returns the question for everything that {@code end} can connect to. */
  public static Query from(End end) {
    return new Query(end, false, new End.Anywhere(end.span()), new Service.Anything(), Route.ANY);
  }

  /** Returns every end that the question names. */
  public List<End> ends() {
    List<End> all = new ArrayList<>(List.of(from, to));
    all.addAll(route.via());
    all.addAll(route.avoiding());
    return all;
  }

  /** Returns the pod selectors of its ends, without zones and externals. */
  public List<Selector> podSelectors() {
    List<Selector> selectors = new ArrayList<>();
    for (End end : ends()) {
      switch (end) {
        case End.OfPods(PodSet pods, Span span) -> selectors.addAll(pods.podSelectors());
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

  /** An end of a question. */
  public sealed interface End {
    /** Returns the span of the end in the question. */
    Span span();

    /** Every workload and every address. */
    record Anywhere(Span span) implements End {}

    /** The members of a zone or external. */
    record OfParty(Party party, Span span) implements End {}

    /**
     * A workload or a part of one.
     *
     * @param name the name of the workload, or of one of its pods
     * @param part the text in brackets after the name; empty for the whole workload
     * @param labels the labels that the text in brackets requires
     */
    record OfWorkload(String namespace, String name, String part, Selector labels, Span span)
        implements End {
      /** Creates the end for a whole workload, or for the part that a pod belongs to. */
      public OfWorkload(String namespace, String name, Span span) {
        this(namespace, name, "", Selector.EVERYTHING, span);
      }

      /** Returns {@code namespace/name} or {@code namespace/name[part]}. */
      @Override
      public String toString() {
        return namespace + "/" + name + (part.isEmpty() ? "" : "[" + part + "]");
      }
    }

    /** A Service; only allowed as the second end. */
    record OfService(String namespace, String name, Span span) implements End {}

    /** The connections that Ingresses and routes let in; only allowed as the first end. */
    record Entrances(Span span) implements End {}

    /** Pods by labels. */
    record OfPods(PodSet pods, Span span) implements End {}

    /** Addresses. */
    record OfAddresses(IpBlock block, Span span) implements End {}
  }
}
