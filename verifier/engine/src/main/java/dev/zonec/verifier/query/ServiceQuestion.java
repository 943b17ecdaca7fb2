package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.query.Query;
import java.util.List;
import java.util.Optional;

/**
 * Finds the Service that a question names, and reports questions about Services and entrances that
 * have no answer.
 */
final class ServiceQuestion {
  private final World world;

  ServiceQuestion(World world) {
    this.world = world;
  }

  /** Returns the declared Service that {@code end} names; empty if there is none. */
  Optional<ServiceEntry> service(Query.End.OfService end) {
    return world.services().stream()
        .filter(service -> service.namespace().equals(end.namespace()))
        .filter(service -> service.name().equals(end.name()))
        .findFirst();
  }

  /**
   * Returns why the question has no answer: a path starts at an entrance or ends at a Service, no
   * manifest declares the Service, or only DNS knows its addresses.
   */
  List<Diagnostic> problems(Query query) {
    if (query.path() && query.from() instanceof Query.End.Entrances(var span)) {
      return List.of(
          Diagnostic.error(Code.ZC0521, span, "a path cannot start at an entrance")
              .help(
                  "ask `ingress -> *` for the connections that it lets in, and then for the paths"
                      + " from there"));
    }
    if (!(query.to() instanceof Query.End.OfService end)) {
      return List.of();
    }
    if (query.path()) {
      return List.of(
          Diagnostic.error(Code.ZC0521, end.span(), "a path cannot end at a Service")
              .help("ask for a path to its pods: `… ~> " + end.namespace() + "/WORKLOAD`"));
    }
    Optional<ServiceEntry> service = service(end);
    if (service.isEmpty()) {
      String asked = end.namespace() + "/" + end.name();
      Diagnostic unknown =
          Diagnostic.error(
              Code.ZC0520, end.span(), "no manifest declares a Service `" + asked + "`");
      List<String> names = world.services().stream().map(ServiceEntry::toString).toList();
      return List.of(
          NearestName.to(asked, names)
              .map(near -> unknown.help("did you mean `svc/" + near + "`?"))
              .orElse(unknown));
    }
    if (service.get().backing() instanceof Backing.Alias alias) {
      Diagnostic other =
          Diagnostic.error(
              Code.ZC0520,
              end.span(),
              "Service `" + service.get() + "` is another name for `" + alias.host() + "`");
      return List.of(
          alias
              .service()
              .map(id -> other.help("ask about this Service: `svc/" + id + "`"))
              .orElseGet(
                  () ->
                      other.note("only DNS knows its addresses").help("name an address instead")));
    }
    return List.of();
  }
}
