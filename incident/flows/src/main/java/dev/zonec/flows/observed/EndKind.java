package dev.zonec.flows.observed;

/** What a log says about an end of a flow. */
public enum EndKind {
  /** Only the address is known. */
  ADDRESS,
  /** A pod. */
  POD,
  /** A node, or something on its network. */
  HOST,
  /** Something outside of the cluster; its address may be unknown. */
  OUTSIDE,
  /** A private network, which may be a node, a Service, or a host outside of the cluster. */
  PRIVATE,
  /** An end that the network plugin itself provides, such as a health check. */
  PLUGIN
}
