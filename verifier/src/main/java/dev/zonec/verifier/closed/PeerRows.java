package dev.zonec.verifier.closed;

import dev.zonec.model.net.Family;
import java.util.HashMap;
import java.util.Map;

/** The classes that peers are, as connections of one layer see them. */
final class PeerRows {
  private final Classes classes;
  private final Family family;
  private final boolean hostsAsNodes;
  private final long[] onNetwork;
  private final Map<Who, long[]> rows = new HashMap<>();

  /**
   * @param family the address family that carries the connections
   * @param hostsAsNodes whether host-network pods are treated as their nodes
   */
  PeerRows(Classes classes, Family family, boolean hostsAsNodes) {
    this.classes = classes;
    this.family = family;
    this.hostsAsNodes = hostsAsNodes;
    this.onNetwork = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      if (classes.unit(c).hostNetwork()) {
        BitRow.set(onNetwork, c);
      }
    }
  }

  /** The host-network pods. Not to be changed. */
  long[] onHostNetwork() {
    return onNetwork;
  }

  /** Whether class {@code c} is pods that are treated as their nodes. */
  boolean isSeenAsNode(int c) {
    return hostsAsNodes && BitRow.get(onNetwork, c);
  }

  /** The classes that {@code who} is. Not to be changed. */
  long[] row(Who who) {
    return rows.computeIfAbsent(who, this::evaluate);
  }

  private long[] evaluate(Who who) {
    return switch (who) {
      case Who.Local local -> ofPods(classes.row(classes.selected(local)));
      case Who.Selected selected -> ofPods(classes.row(classes.selected(selected)));
      case Who.Addressed addressed -> ofAddresses(addressed);
      case Who.Nodes nodes -> classes.row(classes.selected(nodes));
    };
  }

  private long[] ofPods(long[] row) {
    if (hostsAsNodes) {
      BitRow.andNot(row, onNetwork);
    }
    return row;
  }

  private long[] ofAddresses(Who.Addressed who) {
    long[] row = BitRow.empty(classes.size());
    for (Family each : Family.values()) {
      BitRow.or(row, classes.row(classes.held(who, each).addresses()));
    }
    BlockSets.Held held = classes.held(who, family);
    long[] hosts = classes.row(held.hosts());
    if (who.ofPods()) {
      BitRow.or(row, classes.row(held.pods()));
    } else if (!hostsAsNodes) {
      BitRow.andNot(hosts, onNetwork);
    }
    BitRow.or(row, hosts);
    return row;
  }
}
