package dev.zonec.response.report;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.kubernetes.inspection.ContainerFacts;
import dev.zonec.kubernetes.inspection.PodFacts;
import dev.zonec.response.inspection.Inspection;
import java.util.List;
import java.util.Map;

/** Writes what is known about pods as maps and lists, ready for JSON. */
public final class InspectionData {
  private InspectionData() {}

  /** Returns the parts of the document. */
  public static Map<String, Object> of(Inspection inspection) {
    return OrderedMap.of(
        "workloads",
        inspection.workloads().stream().map(InspectionData::workload).toList(),
        "notRead",
        inspection.absent());
  }

  private static Map<String, Object> workload(Inspection.OfWorkload workload) {
    return OrderedMap.of(
        "label",
        workload.label(),
        "ports",
        workload.ports().flows(),
        "flowsWithoutPort",
        workload.ports().unserved(),
        "policies",
        workload.policies().stream()
            .map(each -> OrderedMap.of("name", each.name(), "place", each.place()))
            .toList(),
        "pods",
        workload.pods().stream().map(InspectionData::pod).toList());
  }

  private static Map<String, Object> pod(PodFacts pod) {
    Map<String, Object> out =
        OrderedMap.of(
            "namespace",
            pod.namespace(),
            "name",
            pod.name(),
            "running",
            pod.running(),
            "phase",
            pod.phase(),
            "node",
            pod.node(),
            "owners",
            pod.owners(),
            "started",
            pod.started(),
            "serviceAccount",
            pod.serviceAccount());
    pod.token().ifPresent(token -> out.put("token", token));
    out.put("secrets", List.copyOf(pod.uses().secrets()));
    out.put("configMaps", List.copyOf(pod.uses().configMaps()));
    out.put("claims", List.copyOf(pod.uses().claims()));
    out.put("shares", pod.shares());
    out.put("containers", pod.containers().stream().map(InspectionData::container).toList());
    out.put(
        "events",
        pod.events().stream()
            .map(
                each ->
                    OrderedMap.of(
                        "time",
                        each.time(),
                        "type",
                        each.type(),
                        "reason",
                        each.reason(),
                        "message",
                        each.message(),
                        "count",
                        each.count()))
            .toList());
    return out;
  }

  private static Map<String, Object> container(ContainerFacts each) {
    Map<String, Object> out =
        OrderedMap.of(
            "name",
            each.name(),
            "image",
            each.image(),
            "imageId",
            each.imageId(),
            "state",
            each.state(),
            "restarts",
            each.restarts(),
            "lastTermination",
            each.lastTermination(),
            "requests",
            each.requests(),
            "limits",
            each.limits());
    each.usage().ifPresent(usage -> out.put("usage", usage));
    out.put("rights", each.rights());
    out.put("ports", each.ports());
    return out;
  }
}
