package dev.zonec.tests.properties;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.program.ZoneProgram;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A program, the policies that it compiles to, and pods.
 *
 * @param policies the policies, read back from their text
 * @param pods the manifests of the pods
 */
record CompiledWorld(ZoneProgram program, List<Policy> policies, String pods) {
  /** Compiles {@code text}; empty if it is invalid. */
  static Optional<CompiledWorld> of(String text, String pods) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("random.zone", text)));
    CompileOptions options = new CompileOptions(LocalDate.of(2026, 1, 1), List.of());
    return switch (Compiler.compile(sources, options)) {
      case Compilation.Compiled compiled ->
          Optional.of(
              new CompiledWorld(compiled.program(), read(compiled.stream()).policies(), pods));
      case Compilation.Rejected rejected -> Optional.empty();
    };
  }

  private static World read(String manifests) {
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("k8s.yaml", manifests))))
        .world();
  }

  /** Returns the world of the pods, with {@code others} as its policies. */
  World with(List<Policy> others) {
    return read(pods).withPolicies(others);
  }

  /**
   * Creates pods in the namespaces of random programs, with the labels that these programs mention.
   */
  static String pods(Random random) {
    StringBuilder out = new StringBuilder();
    for (String namespace : List.of("n1", "n2", RandomProgram.OUTSIDE)) {
      out.append(
          "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n".formatted(namespace));
      for (int i = 0; i < 3; i++) {
        String app = RandomProgram.APPS.get(random.nextInt(RandomProgram.APPS.size()));
        String labels = random.nextInt(6) == 0 ? "{}" : "{app: " + app + "}";
        out.append(
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p%d, namespace: %s, labels: %s}
            spec: {containers: [{name: c, image: i, ports: [{name: web, containerPort: 80}]}]}
            """
                .formatted(i, namespace, labels));
      }
    }
    return out.toString();
  }
}
