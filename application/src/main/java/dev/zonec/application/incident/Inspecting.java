package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.kubernetes.inspection.PodFactsReader;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.Inventory.DeclaredPort;
import dev.zonec.kubernetes.world.Inventory.WorkloadPorts;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.query.Query;
import dev.zonec.response.inspection.Inspection;
import dev.zonec.response.inspection.PortUse;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects what is known about the pods of an end.
 *
 * @param end the end, such as {@code shop/db}
 */
public record Inspecting(QuestionRequest request, String end) {
  /** Reads the inputs and collects the facts. */
  public QuestionOutcome<Inspection> outcome() {
    return new Collecting().ask(end, request);
  }

  private record Collecting() implements EndSteps<Inspection> {
    @Override
    public ReadExtent extent() {
      return ReadExtent.WITH_RUNTIME;
    }

    @Override
    public QuestionOutcome.Answered<Inspection> answer(
        Query.End end, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs) {
      PodFactsReader facts =
          new PodFactsReader(inputs.loaded().manifests(), inputs.loaded().defaultNamespace());
      List<EndPods> found = EndPods.of(end, about, engine);
      List<Inspection.OfWorkload> workloads =
          found.stream()
              .map(
                  each ->
                      new Inspection.OfWorkload(
                          each.workload().label(),
                          facts.of(each.workload(), each.only()),
                          PortUse.of(
                              each.workload(),
                              ports(each.workload(), about),
                              inputs.program().flows()),
                          policies(each.workload(), about.read().world())))
              .toList();
      SortedMap<String, String> absent = new TreeMap<>();
      inputs.loaded().absent().forEach((kind, why) -> absent.put(kind.kind(), why));
      return new QuestionOutcome.Answered<>(
          about,
          new Inspection(workloads, absent, inputs.given()),
          found.isEmpty() ? List.of(EndPods.none(end)) : List.of());
    }

    private static List<DeclaredPort> ports(Workload workload, AnsweredManifests about) {
      return about.read().inventory().workloads().stream()
          .filter(each -> each.workload().equals(workload))
          .map(WorkloadPorts::ports)
          .findFirst()
          .orElse(List.of());
    }

    private static List<Inspection.SelectingPolicy> policies(Workload workload, World world) {
      List<Inspection.SelectingPolicy> selecting = new ArrayList<>();
      for (ClusterPolicy policy : world.clusterPolicies()) {
        if (policy.subject().selects(workload.pod())) {
          selecting.add(
              new Inspection.SelectingPolicy(
                  policy.kind() + " " + policy.name(), policy.span().fileAndLine()));
        }
      }
      for (Policy policy : world.policies()) {
        if (Arrays.stream(Direction.values())
            .anyMatch(direction -> policy.isolates(workload.pod(), direction))) {
          selecting.add(
              new Inspection.SelectingPolicy(
                  "NetworkPolicy " + policy.namespace() + "/" + policy.name(),
                  policy.span().fileAndLine()));
        }
      }
      return selecting;
    }
  }
}
