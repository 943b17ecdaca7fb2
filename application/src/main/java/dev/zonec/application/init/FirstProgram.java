package dev.zonec.application.init;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.DeployedObjects;
import dev.zonec.compiler.lint.AcceptedFindings;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A first program for workloads without policies.
 *
 * @param text the text of the program
 * @param zones the number of zones
 * @param flows the number of flows
 */
record FirstProgram(String text, int zones, int flows) {
  /**
   * Writes the program: a zone for each namespace and each workload, and the flows that the
   * manifests show.
   *
   * @param name the name of the file
   * @param paths the manifests
   * @param defaultNamespace the namespace of objects that name none
   */
  static FirstProgram of(
      String module,
      String name,
      ReadManifests read,
      List<String> paths,
      String defaultNamespace,
      LocalDate day) {
    WorkloadZones zones = new WorkloadZones(read.world().workloads());
    List<KnownFlows.Flow> flows =
        KnownFlows.of(read.world(), zones, EnvironmentReferences.in(paths), defaultNamespace);
    StringBuilder text = new StringBuilder("module ").append(module).append("\n\n");
    text.append(
        "# Everything is denied that no flow allows. Add the missing flows before you apply\n");
    text.append("# the policies: the ones below are only those that the manifests show.\n");
    text.append("defaults { ingress deny  egress deny  dns allow  unzoned deny }\n");
    zones
        .namespaces()
        .forEach(
            (namespace, zone) -> {
              text.append("\nzone ").append(zone).append(" { namespace ").append(namespace);
              text.append(" }\n");
              zones.zones().stream()
                  .filter(each -> each.namespace().equals(namespace))
                  .forEach(each -> text.append(declared(each, zone)));
            });
    text.append('\n');
    flows.forEach(flow -> text.append(written(flow)));
    Source source = Source.of(name, text.toString());
    LintOptions options =
        new LintOptions(
            day,
            GivenParams.NONE,
            DeployedObjects.of(read.world(), read.inventory()),
            Set.of(),
            Set.of());
    return new FirstProgram(
        AcceptedFindings.in(source, options, "no flow is known yet"),
        zones.zones().size() + zones.namespaces().size(),
        flows.size());
  }

  private static String declared(WorkloadZones.Zone zone, String outer) {
    return "zone "
        + zone.name()
        + " in "
        + outer
        + " { pods "
        + zone.key()
        + "="
        + zone.value()
        + " }\n";
  }

  private static String written(KnownFlows.Flow flow) {
    return "allow "
        + flow.from()
        + " -> "
        + flow.to()
        + " : "
        + String.join(", ", flow.ports())
        + " { reason \""
        + flow.reason()
        + "\" }\n";
  }
}
