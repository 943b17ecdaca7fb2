package dev.zonec.kubernetes.world.service;

import dev.zonec.model.net.Protocol;

/**
 * A port of a Service.
 *
 * @param name its name; empty if it has none
 * @param protocol its protocol
 * @param port the port that callers use
 * @param nodePort the port of every node that leads to it; 0 where there is none or none is known
 * @param target the port of the pods that it leads to
 */
public record ServicePort(String name, Protocol protocol, int port, int nodePort, Target target) {
  /** A port of a pod. */
  public sealed interface Target {
    /** By its number. */
    record Numbered(int port) implements Target {}

    /** By the name that a container of the pod gives it. */
    record Named(String name) implements Target {}
  }
}
