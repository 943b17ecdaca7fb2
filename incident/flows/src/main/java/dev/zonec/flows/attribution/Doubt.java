package dev.zonec.flows.attribution;

import java.util.Locale;

/** The reasons why a flow is not judged. */
public enum Doubt {
  /** There is no reason. */
  NONE(""),
  /** A node, or a pod on its network: its address is not one end. */
  NODE_NETWORK("an end is a node, or on the network of a node"),
  /** A Service: the log shows the address before its translation. */
  SERVICE_ADDRESS("an end is the address of a Service"),
  /** An address that a pod, a node or a Service can have, and no object shows it. */
  UNKNOWN_ADDRESS("an address belongs to no known pod"),
  /** Several objects show the address. */
  SHARED_ADDRESS("several workloads show an address"),
  /** A pod that no manifest shows. */
  UNKNOWN_POD("the manifests lack a pod"),
  /** A name that pods of several workloads can have. */
  AMBIGUOUS_NAME("a pod can belong to several workloads"),
  /** A pod whose labels differ from those of its workload. */
  OTHER_LABELS("a pod has other labels than its workload in the manifests"),
  /** An end that the log does not name. */
  NO_ADDRESS("the log shows no address of an end"),
  /** An address that is none of a host: multicast, local, or unspecified. */
  SPECIAL_ADDRESS("an address is a multicast or local one"),
  /** A probe or another end of the network plugin. */
  PLUGIN_END("an end is a part of the network plugin"),
  /** The log does not show the port. */
  NO_PORT("the log shows no destination port"),
  /** A protocol without ports, for which the API leaves open what isolation means. */
  UNNAMED_PROTOCOL("the API leaves open whether policies let a protocol without ports through"),
  /** A protocol that the log does not show, or that is not known. */
  UNKNOWN_PROTOCOL("the protocol is unknown, or not modelled"),
  /** The log does not show which end opened the connection, and it matters. */
  ORIENTATION("the log does not show which end opened the connection"),
  /** The policies are not known completely. */
  UNREAD_POLICIES("the policies were not read completely");

  private final String text;

  Doubt(String text) {
    this.text = text;
  }

  /** Returns the reason as a clause. */
  public String text() {
    return text;
  }

  /** Whether flows are counted as not judged for this reason, which a user can accept. */
  public boolean acceptable() {
    return switch (this) {
      case NONE, SPECIAL_ADDRESS -> false;
      case NODE_NETWORK,
          SERVICE_ADDRESS,
          UNKNOWN_ADDRESS,
          SHARED_ADDRESS,
          UNKNOWN_POD,
          AMBIGUOUS_NAME,
          OTHER_LABELS,
          NO_ADDRESS,
          PLUGIN_END,
          NO_PORT,
          UNNAMED_PROTOCOL,
          UNKNOWN_PROTOCOL,
          ORIENTATION,
          UNREAD_POLICIES ->
          true;
    };
  }

  /** Returns the name in machine formats, such as {@code node-network}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
