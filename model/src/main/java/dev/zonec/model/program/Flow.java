package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;

/**
 * A flow: every endpoint of {@code from} may open {@code service} to every endpoint of {@code to}.
 * A flow permits this only for its ends that need permission; see {@link #opensEgress} and {@link
 * #opensIngress}.
 *
 * @param from the party that opens connections
 * @param to the party that accepts them
 * @param service the protocols and ports
 * @param implied whether the flow comes from {@code defaults} instead of an {@code allow} statement
 * @param span the statement that declares the flow
 */
public record Flow(Party from, Party to, Service service, boolean implied, Span span) {
  /**
   * Whether the flow permits egress at its source. Only a zone that denies egress needs the
   * permission. An end that is not governed permits everything, and an external has no effect on
   * pods of zones.
   */
  public boolean opensEgress() {
    return from instanceof Party.Zone zone && zone.denied().egress();
  }

  /**
   * Whether the flow permits ingress at its destination, that is, the destination is a zone that
   * denies ingress.
   */
  public boolean opensIngress() {
    return to instanceof Party.Zone zone && zone.denied().ingress();
  }

  /** Returns the flow as it is written, by which files of accepted findings refer to it. */
  public String written() {
    return from.name() + " -> " + to.name() + " : " + service;
  }

  @Override
  public String toString() {
    return written();
  }
}
