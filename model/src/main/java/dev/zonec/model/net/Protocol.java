package dev.zonec.model.net;

/** A transport protocol that a NetworkPolicy can name. */
public enum Protocol {
  /** Transmission Control Protocol. */
  TCP,
  /** User Datagram Protocol. */
  UDP,
  /** Stream Control Transmission Protocol. */
  SCTP
}
