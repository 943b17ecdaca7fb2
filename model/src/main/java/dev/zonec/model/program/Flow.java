package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;

/**
 * Every pod or address of {@code from} may open {@code service} to every one of {@code to}, as far
 * as the flow can speak for them.
 *
 * @param from who opens
 * @param to who is called
 * @param service what is opened
 * @param implied whether {@code defaults} says it rather than an {@code allow}
 * @param span the statement that it comes from
 */
public record Flow(Party from, Party to, Service service, boolean implied, Span span) {
  /**
   * Whether it speaks for the source: only a zone that is denied egress needs its leave. What is
   * not governed agrees to everything, and an external has no say over pods of zones.
   */
  public boolean opensEgress() {
    return from instanceof Party.Zone zone && zone.denied().egress();
  }

  /** Whether it speaks for the destination: a zone that is denied ingress. */
  public boolean opensIngress() {
    return to instanceof Party.Zone zone && zone.denied().ingress();
  }

  @Override
  public String toString() {
    return from.name() + " -> " + to.name() + " : " + service;
  }
}
