package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that an end stands for.
 *
 * @param workload their workload
 * @param only the only pod that is meant; empty for all pods of the workload
 */
record EndPods(Workload workload, Optional<String> only) {
  /** Returns the declared pods of {@code end}. */
  static List<EndPods> of(Query.End end, AnsweredManifests about, QueryEngine engine) {
    Map<Endpoint, Workload> workloads = new HashMap<>();
    about.read().world().workloads().forEach(each -> workloads.put(each.pod(), each));
    return engine.members(end).members().stream()
        .flatMap(each -> Optional.ofNullable(workloads.get(each.endpoint())).stream())
        .map(workload -> new EndPods(workload, only(end, workload)))
        .toList();
  }

  /** Returns the error about an end without declared pods. */
  static Diagnostic none(Query.End end) {
    return Diagnostic.error(Code.ZC0520, end.span(), "no declared workload is in this end");
  }

  private static Optional<String> only(Query.End end, Workload workload) {
    return end instanceof Query.End.OfWorkload asked
            && !asked.name().equals(workload.name())
            && !asked.name().equals(workload.whole())
            && workload.pods().contains(asked.name())
        ? Optional.of(asked.name())
        : Optional.empty();
  }
}
