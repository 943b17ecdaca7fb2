package dev.zonec.application.verify;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.verifier.proof.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the reasons why the deployed pods are not all known. A closed world without all of them
 * proves nothing about what is deployed.
 */
final class UnknownPods {
  private UnknownPods() {}

  /**
   * Returns the gaps of a closed world, in addition to those of an open world.
   *
   * @param may the permissive reading, with the knobs that the user has settled
   */
  static List<Gap> gaps(ReadManifests read, Reading may) {
    List<Diagnostic> problems = new ArrayList<>();
    if (read.world().workloads().stream().allMatch(workload -> workload.pod().hostNetwork())) {
      problems.add(
          Diagnostic.error(Code.ZC0539, "no manifest declares a workload, so nothing is deployed")
              .help("pass the manifests of the workloads, or a cluster with `-k`"));
    }
    if (!(read.coverage() instanceof Coverage.Whole)) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0539, "only some namespaces were read, so other pods are not known")
              .help("read every namespace: leave out `-n`"));
    }
    read.podWarnings().stream()
        .filter(warning -> warning.code() == Code.ZC0644)
        .map(
            warning ->
                Diagnostic.error(Code.ZC0539, "pods are deployed that the manifests do not contain")
                    .note(warning.message())
                    .help("pass the manifests of the pods, or accept the kind with `--ignore`"))
        .forEach(problems::add);
    if (Knob.HOST_NETWORK.permissive().equals(may.settled().get(Knob.HOST_NETWORK))) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0539,
                  "pods on the host network count as pods, and a closed world has none")
              .help("leave out `--assume host-network=" + Knob.HOST_NETWORK.permissive() + "`"));
    }
    return Stream.concat(read.guesses().stream(), problems.stream().map(Gap::new)).toList();
  }
}
