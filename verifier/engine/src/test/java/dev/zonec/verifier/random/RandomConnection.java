package dev.zonec.verifier.random;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import java.util.List;

/** Random connections between ends that the policies of a case can tell apart. */
public final class RandomConnection {
  private RandomConnection() {}

  /** Returns a connection; a pod has the labels of its namespace that {@code world} declares. */
  public static Connection of(RandomCase random, World world) {
    Endpoint from = declared(random.endpoint("s"), world);
    Endpoint to = declared(random.endpoint("d"), world);
    // Two pods of one namespace have the same namespace labels.
    if (from instanceof Endpoint.Pod a
        && to instanceof Endpoint.Pod b
        && a.namespace().name().equals(b.namespace().name())) {
      to = inNamespace(b, a.namespace());
    }
    Family family = random.oneOf(Family.values());
    for (Endpoint end : List.of(from, to)) {
      if (end instanceof Endpoint.External external) {
        family = external.address().family();
      }
    }
    return new Connection(
        from,
        to,
        family,
        new Transport.Ported(
            random.oneOf(Protocol.values()), random.oneOf(79, 80, 85, 90, 91, 99)));
  }

  private static Endpoint declared(Endpoint endpoint, World world) {
    if (!(endpoint instanceof Endpoint.Pod pod)) {
      return endpoint;
    }
    return world.namespaces().stream()
        .filter(n -> n.name().equals(pod.namespace().name()) && n.declared())
        .findFirst()
        .<Endpoint>map(n -> inNamespace(pod, n))
        .orElse(pod);
  }

  private static Endpoint.Pod inNamespace(Endpoint.Pod pod, Namespace namespace) {
    return new Endpoint.Pod(
        namespace, pod.name(), pod.labels(), pod.namedPorts(), false, "", pod.addresses());
  }
}
