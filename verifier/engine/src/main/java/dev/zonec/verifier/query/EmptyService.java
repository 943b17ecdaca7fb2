package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.HiddenPods;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.query.Query;
import java.util.List;
import java.util.Optional;

/** Warns if a question is about a Service that selects no workload of the manifests. */
public final class EmptyService {
  private EmptyService() {}

  /**
   * Returns the warning; empty if the question names no Service or the Service selects a workload.
   *
   * @param hidden the objects that create pods which no manifest shows; the pods of the Service may
   *     be among them
   */
  public static Optional<Diagnostic> warning(World world, Query query, List<HiddenPods> hidden) {
    return query.to() instanceof Query.End.OfService end
        ? new ServiceQuestion(world).service(end).flatMap(s -> warning(world, s, end, hidden))
        : Optional.empty();
  }

  private static Optional<Diagnostic> warning(
      World world, ServiceEntry service, Query.End.OfService end, List<HiddenPods> hidden) {
    if (!(service.backing() instanceof Backing.Selected selected)
        || !new Backends(world).workloads(service).isEmpty()) {
      return Optional.empty();
    }
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0645,
            end.span(),
            "Service `" + service + "` selects no workload of the manifests: " + selected.pods());
    for (HiddenPods object : hidden) {
      if (object.namespace().equals(service.namespace())) {
        warning = warning.note(object + " creates pods that the manifests do not contain");
      }
    }
    return Optional.of(warning);
  }
}
