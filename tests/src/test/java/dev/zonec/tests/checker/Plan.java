package dev.zonec.tests.checker;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.program.ZoneProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs with the policies that they compile to. */
final class Plan {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private Plan() {}

  /** Returns a run for each combination of the values of the example's parameters. */
  static List<CheckedRun> ofExample(Path example) throws IOException {
    return runs(
        ProgramSources.collect(InputPath.of(List.of(example.resolve("zones").toString()))),
        read(manifests(example.resolve("k8s"))));
  }

  /** Returns the run of a program without parameters. */
  static CheckedRun of(String program, String manifests) {
    return runs(
            ProgramSources.of(List.of(Source.of("plan.zone", program))),
            read(List.of(new SourceText("k8s.yaml", manifests))))
        .getFirst();
  }

  private static List<CheckedRun> runs(ProgramSources sources, World world) {
    Loading loading = Compiler.load(sources, new CompileOptions(DAY, world.namespaces()));
    if (!(loading instanceof Loading.Loaded loaded)) {
      throw new AssertionError(loading);
    }
    List<CheckedRun> runs = new ArrayList<>();
    for (LoadedVariant variant : loaded.variants()) {
      Compilation compilation = Compiler.emit(variant, sources, world.namespaces(), List.of());
      if (!(compilation instanceof Compilation.Compiled compiled)) {
        throw new AssertionError(compilation);
      }
      List<Policy> policies = new ArrayList<>(world.policies());
      policies.addAll(read(List.of(new SourceText("plan.yaml", compiled.stream()))).policies());
      policies.sort(Policy.ORDER);
      World planned = world.withPolicies(policies);
      ZoneProgram program = variant.program();
      runs.add(
          new CheckedRun(
              planned,
              program.withCluster(new ClusterAddresses(planned, program.cluster()).seen()),
              Reading.MAY));
    }
    return runs;
  }

  private static World read(List<SourceText> texts) {
    return new WorldReader().read(ManifestReader.read(texts)).world();
  }

  private static List<SourceText> manifests(Path folder) throws IOException {
    List<SourceText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(new SourceText(file.toString(), Files.readString(file)));
      }
    }
    return texts;
  }
}
