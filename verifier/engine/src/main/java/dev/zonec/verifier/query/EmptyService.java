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

/** Warns of a question about a Service that leads to no pod that the manifests show. */
public final class EmptyService {
  private EmptyService() {}

  /**
   * The warning, if the question is about such a Service.
   *
   * @param hidden what makes pods that no manifest shows, which may be those of the Service
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
    for (HiddenPods each : hidden) {
      if (each.namespace().equals(service.namespace())) {
        warning = warning.note(each + " creates pods that the manifests do not contain");
      }
    }
    return Optional.of(warning);
  }
}
