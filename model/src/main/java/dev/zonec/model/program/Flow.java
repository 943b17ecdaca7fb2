package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;

/**
 * Every pod or address of {@code from} may open {@code service} to every one of {@code to}.
 *
 * @param from who opens
 * @param to who is called
 * @param service what is opened
 * @param implied whether {@code defaults} says it rather than an {@code allow}
 * @param origin the statement that it comes from
 */
public record Flow(Party from, Party to, Service service, boolean implied, Span origin) {
  @Override
  public String toString() {
    return from.name() + " -> " + to.name() + " : " + service;
  }
}
