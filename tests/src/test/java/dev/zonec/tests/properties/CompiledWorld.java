package dev.zonec.tests.properties;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A program, the policies that it compiles to, and pods.
 *
 * @param program the program, with its patterns written out for the namespaces of the pods
 * @param scope the namespaces that proofs consider
 * @param policies the policies, read back from their text
 * @param pods the manifests of the pods
 */
record CompiledWorld(
    ZoneProgram program, NamespaceScope scope, List<Policy> policies, String pods) {
  /** Compiles {@code text}; empty if it is invalid. */
  static Optional<CompiledWorld> of(String text, String pods) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("random.zone", text)));
    CompileOptions options = new CompileOptions(LocalDate.of(2026, 1, 1), List.of());
    return switch (Compiler.load(sources, options)) {
      case Loading.Loaded loaded -> of(loaded.variants().getFirst(), sources, pods);
      case Loading.Rejected rejected -> Optional.empty();
    };
  }

  private static Optional<CompiledWorld> of(
      LoadedVariant variant, ProgramSources sources, String pods) {
    World deployed = read(pods);
    PatternNamespaces patterns = PatternNamespaces.of(variant.program(), deployed);
    NamespaceScope scope =
        variant.program().patterns().isEmpty()
            ? new NamespaceScope.Anywhere()
            : new NamespaceScope.OfPatterns(patterns);
    return switch (Compiler.emit(
        variant, sources, deployed.namespaces(), patterns.standInsByPattern())) {
      case Compilation.Compiled compiled ->
          Optional.of(
              new CompiledWorld(
                  patterns.instances(), scope, read(compiled.stream()).policies(), pods));
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
    List<String> namespaces = new ArrayList<>(List.of("n1", "n2", RandomProgram.OUTSIDE));
    namespaces.addAll(RandomProgram.TENANTS);
    for (String namespace : namespaces) {
      String labels = RandomProgram.TENANTS.contains(namespace) ? "{tenant: \"true\"}" : "{}";
      out.append(
          "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: %s, labels: %s}\n"
              .formatted(namespace, labels));
      for (int i = 0; i < 3; i++) {
        String app = RandomProgram.APPS.get(random.nextInt(RandomProgram.APPS.size()));
        String own = random.nextInt(6) == 0 ? "{}" : "{app: " + app + "}";
        out.append(
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p%d, namespace: %s, labels: %s}
            spec: {containers: [{name: c, image: i, ports: [{name: web, containerPort: 80}]}]}
            """
                .formatted(i, namespace, own));
      }
    }
    return out.toString();
  }
}
