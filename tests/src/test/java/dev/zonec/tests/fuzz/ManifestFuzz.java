package dev.zonec.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text can be read as a world, and every problem has a place. */
final class ManifestFuzz {
  static Stream<String> texts() {
    return SpecTexts.ending(".yaml", "spec/semantics/seeds", "examples");
  }

  @MethodSource("texts")
  @DictionaryEntries({
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "kind: List\\x0aitems:- ",
    "metadata:",
    "  name: a",
    "spec:",
    "podSelector: {}",
    "policyTypes: [",
    "ingress:",
    "egress:",
    "- from:",
    "ipBlock: {cidr: ",
    "except: [",
    "ports:",
    "endPort: ",
    "matchExpressions:",
    "operator: NotIn",
    "&a ",
    "*a",
    "<<: ",
    "!!",
    "|",
    ">-",
    "---",
    "? ",
    "{",
    "[",
    "0x",
    "1e9",
    "~",
    "\u0085",
    "\u2028",
    "\ufeff",
    "apiVersion: policy.networking.k8s.io/v1alpha2\\x0akind: ClusterNetworkPolicy"
  })
  @FuzzTest(maxDuration = "2m")
  void manifests(@NotNull String text) {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("fuzz.yaml", text)));
    WorldReading reading = new WorldReader().read(manifests);
    List<Diagnostic> problems = new ArrayList<>(manifests.unreadable());
    problems.addAll(reading.problems());
    String rendered = new DiagnosticRenderer(false).render(problems);
    assertThat(rendered.isEmpty()).isEqualTo(problems.isEmpty());
    assertThat(reading.world().policies().size()).isLessThanOrEqualTo(manifests.objects().size());
  }
}
