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
 * A question of what can connect to what.
 *
 * @param from where connections begin
 * @param path whether any number of hops counts, rather than one
 * @param to where they end
 * @param service what the last hop must open
 * @param route what else paths have to be like; {@link Route#ANY} where no path is asked for
 */
public record Query(End from, boolean path, End to, Service service, Route route) {
  /**
   * What paths have to be like.
   *
   * @param within how many hops a path has at most; empty for any number
   * @param via a path passes through a member of one of these, between its ends; none asks nothing
   * @param avoiding no member of these is on a path, nor an end of it
   */
  public record Route(OptionalInt within, List<End> via, List<End> avoiding) {
    /** Any path. */
    public static final Route ANY = new Route(OptionalInt.empty(), List.of(), List.of());

    /** Copies the ends. */
    public Route {
      via = List.copyOf(via);
      avoiding = List.copyOf(avoiding);
    }
  }

  /** Whatever {@code end} may open to anybody. */
  public static Query from(End end) {
    return new Query(end, false, new End.Anywhere(end.span()), new Service.Anything(), Route.ANY);
  }

  /** Every end that the question names. */
  public List<End> ends() {
    List<End> all = new ArrayList<>(List.of(from, to));
    all.addAll(route.via());
    all.addAll(route.avoiding());
    return all;
  }

  /** What its ends ask of pods' labels, zones and externals left out. */
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

  /** One end of a question. */
  public sealed interface End {
    /** The words of the question that name it. */
    Span span();

    /** Every workload and every address. */
    record Anywhere(Span span) implements End {}

    /** The members of a zone or external. */
    record OfParty(Party party, Span span) implements End {}

    /**
     * A workload, or a part of one, by namespace and name.
     *
     * @param name the name of a workload or of a pod of it
     * @param part what stands in brackets after the name; empty for no part in particular
     * @param labels what that asks of the part's labels
     */
    record OfWorkload(String namespace, String name, String part, Selector labels, Span span)
        implements End {
      /** A whole workload, or the part that a pod is of. */
      public OfWorkload(String namespace, String name, Span span) {
        this(namespace, name, "", Selector.EVERYTHING, span);
      }

      /** {@code namespace/name}, or {@code namespace/name[part]}. */
      @Override
      public String toString() {
        return namespace + "/" + name + (part.isEmpty() ? "" : "[" + part + "]");
      }
    }

    /** A Service by namespace and name; only a question's second end. */
    record OfService(String namespace, String name, Span span) implements End {}

    /**
     * Whatever forwards requests from outside for an Ingress or a route; only a question's first
     * end.
     */
    record Entrances(Span span) implements End {}

    /** Pods by labels. */
    record OfPods(PodSet pods, Span span) implements End {}

    /** Addresses. */
    record OfAddresses(IpBlock block, Span span) implements End {}
  }
}
