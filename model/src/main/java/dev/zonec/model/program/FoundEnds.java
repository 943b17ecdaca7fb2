package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.IpAddress;
import java.util.List;

/**
 * The addresses of the API server and of the nodes that manifests or a cluster show.
 *
 * @param apiserver the addresses of the API server
 * @param nodes the addresses of the nodes
 */
public record FoundEnds(List<Found> apiserver, List<Found> nodes) {
  /** No addresses. */
  public static final FoundEnds NONE = new FoundEnds(List.of(), List.of());

  /**
   * An address.
   *
   * @param address the address
   * @param owner the object that shows it, as messages name it: {@code Endpoints
   *     `default/kubernetes`}
   * @param span the field with the address
   */
  public record Found(IpAddress address, String owner, Span span) {}

  /** Copies the lists. */
  public FoundEnds {
    apiserver = List.copyOf(apiserver);
    nodes = List.copyOf(nodes);
  }
}
