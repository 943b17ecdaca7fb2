package dev.zonec.tests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.admission.AdmissionPolicies;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.tests.admission.EvaluatedPolicies.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Emitted admission policies admit and refuse requests as the program declares. */
final class AdmissionPoliciesTest {
  private static final String PROGRAM =
      """
      module shop
      trust label app tenant
      trust label tier admin-only by group platform, serviceaccount ci/deployer, user "ann \\"a\\""
      trust label lab admin-only by namespace labs
      trust label owner.example.org/team immutable
      zone edge { namespace shop, labs  pods tier=edge, app in (web, api) }
      zone data { namespace shop  pods tier in (data, edge), !lab }
      zone rest { namespace other  pods app=web }
      disjoint edge, data, rest
      """;

  /**
   * Each line: user, groups, operation, resource, namespace, labels before, labels after, and the
   * beginning of the message, or {@code admitted}. {@code -} is nothing.
   */
  private static final String REQUESTS =
      """
      # Tenants set other labels, and no pinned one.
      bob | devs | CREATE | /pods | shop | - | app=web | admitted
      bob | devs | CREATE | /pods | shop | - | - | admitted
      bob | devs | CREATE | /pods | shop | - | tier=edge | label tier may be set only by
      bob | devs | CREATE | /pods | elsewhere | - | tier= | label tier may be set only by
      bob | devs | UPDATE | /pods | shop | app=web | app=api | admitted
      bob | devs | UPDATE | /pods | shop | tier=edge,app=web | tier=edge,app=zzz | admitted
      bob | devs | UPDATE | /pods | shop | app=web | app=web,tier=edge | label tier may be set only by
      bob | devs | UPDATE | /pods | shop | tier=edge | tier=web | label tier may be set only by
      bob | devs | UPDATE | /pods | shop | tier=edge | - | label tier may be set only by
      bob | devs | UPDATE | /pods | shop | tier=edge | tier= | label tier may be set only by
      bob | devs | UPDATE | /pods/status | shop | - | tier=edge | label tier may be set only by
      bob | devs | UPDATE | /pods/status | shop | tier=edge | tier=edge | admitted
      bob | devs | UPDATE | /pods/ephemeralcontainers | shop | tier=edge | tier=edge | admitted
      # Templates are what users write, and controllers follow.
      bob | devs | CREATE | apps/deployments | shop | - | tier=edge | label tier may be set only by
      bob | devs | CREATE | apps/deployments | shop | - | app=web | admitted
      bob | devs | UPDATE | apps/deployments | shop | tier=edge,app=x | tier=edge,app=y | admitted
      bob | devs | UPDATE | apps/statefulsets | shop | tier=edge | tier=data | label tier may be set only by
      bob | devs | UPDATE | apps/daemonsets | shop | app=x | app=x,tier=data | label tier may be set only by
      bob | devs | CREATE | apps/replicasets | shop | - | tier=edge | label tier may be set only by
      bob | devs | CREATE | /replicationcontrollers | shop | - | tier=edge | label tier may be set only by
      bob | devs | CREATE | batch/jobs | shop | - | tier=edge | label tier may be set only by
      bob | devs | CREATE | batch/cronjobs | shop | - | tier=edge | label tier may be set only by
      bob | devs | UPDATE | batch/cronjobs | shop | - | app=x | admitted
      bob | devs | CREATE | apps/controllerrevisions | shop | - | - | a ControllerRevision may set label lab
      system:serviceaccount:kube-system:statefulset-controller | - | CREATE | apps/controllerrevisions | shop | - | - | admitted
      system:serviceaccount:kube-system:replicaset-controller | system:serviceaccounts | CREATE | /pods | shop | - | tier=edge | admitted
      system:serviceaccount:kube-system:deployment-controller | - | CREATE | apps/replicasets | shop | - | tier=edge | admitted
      system:serviceaccount:kube-system:job-controller | - | CREATE | /pods | shop | - | tier=edge | admitted
      system:serviceaccount:kube-system:default | - | CREATE | /pods | shop | - | tier=edge | label tier may be set only by
      system:serviceaccount:shop:replicaset-controller | - | CREATE | /pods | shop | - | tier=edge | label tier may be set only by
      # Those whom the program names, and nobody with a similar name.
      eve | platform | CREATE | /pods | shop | - | tier=edge | admitted
      eve | platform | UPDATE | /pods | shop | tier=edge | - | admitted
      platform | - | CREATE | /pods | shop | - | tier=edge | label tier may be set only by
      root | system:masters | CREATE | apps/deployments | shop | - | tier=edge | admitted
      system:serviceaccount:ci:deployer | - | CREATE | apps/deployments | shop | - | tier=edge | admitted
      ci/deployer | - | CREATE | apps/deployments | shop | - | tier=edge | label tier may be set only by
      ann "a" | - | CREATE | /pods | shop | - | tier=edge | admitted
      ann | - | CREATE | /pods | shop | - | tier=edge | label tier may be set only by
      # Whoever deploys in a namespace, and not who changes the namespace.
      bob | devs | CREATE | /pods | labs | - | lab=x | admitted
      bob | devs | CREATE | /pods | shop | - | lab=x | label lab may be set only by
      bob | devs | UPDATE | /namespaces | labs | - | lab=x | label lab may be set only by
      # Namespaces.
      bob | devs | CREATE | /namespaces | shop | - | tier=edge | label tier may be set only by
      bob | devs | UPDATE | /namespaces/status | shop | - | tier=edge | label tier may be set only by
      eve | platform | UPDATE | /namespaces | shop | tier=a | tier=b | admitted
      bob | devs | UPDATE | /namespaces | shop | tier=a | tier=a,x=y | admitted
      # A label that nobody changes.
      bob | devs | CREATE | /pods | shop | - | owner.example.org/team=a | admitted
      bob | devs | UPDATE | /pods | shop | - | owner.example.org/team=a | admitted
      bob | devs | UPDATE | /pods | shop | owner.example.org/team=a | owner.example.org/team=b | label owner.example.org/team cannot be changed
      root | system:masters | UPDATE | /pods | shop | owner.example.org/team=a | - | label owner.example.org/team cannot be changed
      root | system:masters | UPDATE | /namespaces | shop | owner.example.org/team=a | owner.example.org/team=b | label owner.example.org/team cannot be changed
      # No pod is in two disjoint zones, whoever makes it.
      eve | platform | CREATE | /pods | shop | - | tier=edge,app=web | a pod cannot be in zone edge and in zone data
      system:serviceaccount:kube-system:replicaset-controller | - | CREATE | /pods | shop | - | tier=edge,app=api | a pod cannot be in zone edge and in zone data
      eve | platform | UPDATE | /pods | shop | tier=edge | tier=edge,app=web | a pod cannot be in zone edge and in zone data
      eve | platform | UPDATE | /pods/status | shop | tier=edge,app=web | tier=edge,app=web | admitted
      eve | platform | CREATE | /pods | labs | - | tier=edge,app=web | admitted
      root | system:masters | CREATE | /pods | shop | - | tier=edge,app=web,lab=x | admitted
      eve | platform | CREATE | /pods | shop | - | tier=data,app=web | admitted
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> requestsAreDecidedAsDeclared() throws IOException {
    EvaluatedPolicies policies = new EvaluatedPolicies(AdmissionPolicies.of(program()));
    return REQUESTS
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      String[] cells = line.split(" \\| ", -1);
                      List<String> refusals = policies.refusals(request(cells));
                      if (cells[7].equals("admitted")) {
                        assertThat(refusals).isEmpty();
                      } else {
                        assertThat(refusals).isNotEmpty();
                        assertThat(refusals.getFirst()).startsWith(cells[7]);
                      }
                    }));
  }

  private ZoneProgram program() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.zone"), PROGRAM);
    return ((Loading.Loaded) Compiler.load(List.of(file.toString()), LocalDate.of(2026, 11, 28)))
        .variants()
        .getFirst()
        .program();
  }

  private static Request request(String[] cells) {
    String kind = cells[3].substring(cells[3].indexOf('/') + 1);
    return new Request(
        cells[0],
        cells[1].equals("-") ? List.of() : List.of(cells[1], "system:authenticated"),
        cells[2],
        cells[3],
        cells[4],
        object(kind, cells[6]),
        object(kind, cells[5]));
  }

  private static Map<String, Object> object(String kind, String labels) {
    Map<String, Object> metadata =
        labels.equals("-") ? Map.of("name", "x") : Map.of("name", "x", "labels", labels(labels));
    Map<String, Object> template = Map.of("metadata", metadata, "spec", Map.of());
    // What the object itself wears does not matter if it has a template.
    Map<String, Object> other = Map.of("name", "x", "labels", Map.of("tier", "own"));
    if (kind.equals("cronjobs")) {
      return Map.of(
          "metadata",
          other,
          "spec",
          Map.of("jobTemplate", Map.of("spec", Map.of("template", template))));
    }
    if (kind.startsWith("pods") || kind.startsWith("namespaces")) {
      return Map.of("metadata", metadata, "spec", Map.of());
    }
    return kind.equals("controllerrevisions")
        ? Map.of("metadata", other, "data", Map.of())
        : Map.of("metadata", other, "spec", Map.of("template", template));
  }

  private static Map<String, Object> labels(String text) {
    Map<String, Object> labels = new TreeMap<>();
    Arrays.stream(text.split(",", -1))
        .forEach(
            each ->
                labels.put(
                    each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
    return labels;
  }
}
