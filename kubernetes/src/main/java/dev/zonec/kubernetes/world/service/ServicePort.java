package dev.zonec.kubernetes.world.service;

import dev.zonec.model.net.Protocol;

/**
 * A port of a Service.
 *
 * @param name its name; may be empty
 * @param protocol its protocol
 * @param port the port that clients use
 * @param nodePort the port of every node that forwards to it; 0 if there is none or it is unknown
 * @param target the port of the pods
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
