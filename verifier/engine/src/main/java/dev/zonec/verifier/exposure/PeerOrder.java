package dev.zonec.verifier.exposure;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which sets of peers are listed: the kinds with the largest sets first, and sets of
 * one kind by their conditions.
 */
final class PeerOrder implements Comparator<PeerSet> {
  private static final Comparator<PeerSet> ORDER =
      Comparator.comparingInt((PeerSet peers) -> kind(peers)).thenComparing(PeerOrder::conditions);

  @Override
  public int compare(PeerSet one, PeerSet other) {
    return ORDER.compare(one, other);
  }

  private static int kind(PeerSet peers) {
    return switch (peers) {
      case PeerSet.Anyone anyone -> 0;
      case PeerSet.Internet internet -> 1;
      case PeerSet.Addresses addresses -> 2;
      case PeerSet.EveryPod every -> 3;
      case PeerSet.Pods pods -> 4 + kind(pods.namespaces());
    };
  }

  private static int kind(PeerSet.Namespaces namespaces) {
    return switch (namespaces) {
      case PeerSet.Namespaces.Any any -> 0;
      case PeerSet.Namespaces.In in -> 1;
      case PeerSet.Namespaces.AllBut allBut -> 2;
    };
  }

  private static String conditions(PeerSet peers) {
    return switch (peers) {
      case PeerSet.Anyone anyone -> "";
      case PeerSet.Internet internet -> "";
      case PeerSet.EveryPod every -> "";
      case PeerSet.Addresses(var ranges) -> ranges.toString();
      case PeerSet.Pods(var namespaces, var namespaceLabels, var podLabels, var addresses) ->
          List.of(names(namespaces), namespaceLabels, podLabels, addresses).toString();
    };
  }

  private static List<String> names(PeerSet.Namespaces namespaces) {
    return switch (namespaces) {
      case PeerSet.Namespaces.Any any -> List.of();
      case PeerSet.Namespaces.In(var names) -> names;
      case PeerSet.Namespaces.AllBut(var names) -> names;
    };
  }
}
