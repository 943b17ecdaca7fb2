package dev.zonec.response.command;

/** What happens to the nodes of isolated pods. */
public enum NodeTreatment {
  /** Nothing. */
  KEEP,
  /** No new pods are scheduled there. */
  CORDON,
  /** The other pods leave them, too. The isolated pods are deleted with them. */
  DRAIN
}
