package dev.zonec.bench;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Proves claims and lists the exposure over worlds with thousands of label keys: every workload is
 * selected by a label key of its own, fifty in a namespace, and calls the next one. How the time
 * grows with the number of keys is what counts. Each size is measured once, after a small one to
 * warm up.
 */
public final class LabelTable {
  private static final int IN_NAMESPACE = 50;
  private static final int MOST_ASSERTIONS = 20;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private LabelTable() {}

  /** Prints the table; arguments are numbers of keys. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    row(200);
    out.println("| keys | policies | proved ms | exposure ms |");
    out.println("|---|---|---|---|");
    List<String> sizes = args.length == 0 ? List.of("500", "1000", "2000", "5000") : List.of(args);
    sizes.forEach(size -> out.println(row(Integer.parseInt(size))));
  }

  private static String row(int keys) {
    Compilation.Compiled compiled = compiled(keys / IN_NAMESPACE);
    ZoneProgram program = compiled.program();
    World world = world(keys / IN_NAMESPACE, read(compiled));
    long start = System.nanoTime();
    VerificationResult result =
        new Verification(
                world, program, Reading.MAY, Deadline.in(Duration.ofMinutes(10)), List.of())
            .run();
    long proved = System.nanoTime();
    if (!result.allProved()) {
      throw new IllegalStateException("not proved: " + result.verdicts());
    }
    int exposures = new ExposureEngine(world, program, Reading.MAY).exposures().size();
    long exposed = System.nanoTime();
    if (exposures != keys) {
      throw new IllegalStateException("exposures of " + exposures + " workloads");
    }
    return "| "
        + String.join(
            " | ",
            Integer.toString(keys),
            Integer.toString(world.policies().size()),
            Long.toString((proved - start) / 1_000_000),
            Long.toString((exposed - proved) / 1_000_000))
        + " |";
  }

  private static List<Policy> read(Compilation.Compiled compiled) {
    List<SourceText> texts =
        compiled.policies().stream().map(file -> new SourceText(file.path(), file.text())).toList();
    return new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, MetadataForm.ANY)
        .read(ManifestReader.read(texts), compiled.program().podSelectors())
        .world()
        .policies();
  }

  /** The workloads and their policies by hand, beside {@code compiled} ones. */
  private static World world(int namespaces, List<Policy> compiled) {
    List<Namespace> all = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    List<Policy> policies = new ArrayList<>(compiled);
    PortClause http = Parts.tcp(8080);
    for (int n = 0; n < namespaces; n++) {
      Namespace namespace = Namespace.declared("ns" + n, Map.of());
      all.add(namespace);
      policies.add(
          Parts.policy(namespace.name(), "deny", Selector.EVERYTHING, List.of(), List.of()));
      for (int i = 0; i < IN_NAMESPACE; i++) {
        workloads.add(Parts.pod(namespace, "app-" + i, Map.of(key(n, i), "true")));
        if (i > 0) {
          Selector caller = Parts.is(key(n, i - 1), "true");
          Selector called = Parts.is(key(n, i), "true");
          policies.add(
              Parts.policy(
                  namespace.name(),
                  "calls-" + i,
                  caller,
                  Direction.EGRESS,
                  List.of(Parts.rule(List.of(Parts.local(called)), http))));
          policies.add(
              Parts.policy(
                  namespace.name(),
                  "called-" + i,
                  called,
                  Direction.INGRESS,
                  List.of(Parts.rule(List.of(Parts.local(caller)), http))));
        }
      }
    }
    return new World(all, workloads, List.of(), policies, List.of());
  }

  private static String key(int namespace, int number) {
    return "svc-" + namespace + "-" + number;
  }

  /**
   * A zone for each namespace, with flows inside, and paths between neighbours that must not be.
   */
  private static Compilation.Compiled compiled(int namespaces) {
    StringBuilder text = new StringBuilder("module keys\n");
    for (int n = 0; n < namespaces; n++) {
      text.append("zone z").append(n).append(" { namespace ns").append(n).append(" }\n");
    }
    for (int n = 0; n < namespaces; n++) {
      text.append("allow within z").append(n).append(" : tcp/8080\n");
    }
    for (int n = 0; n + 1 < namespaces && n < MOST_ASSERTIONS; n++) {
      text.append("assert a").append(n).append(": no path z").append(n);
      text.append(" ~> z").append(n + 1).append('\n');
    }
    ProgramSources sources = ProgramSources.of(List.of(Source.of("keys.zone", text.toString())));
    Compilation compilation = Compiler.compile(sources, new CompileOptions(DAY, List.of()));
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      throw new IllegalStateException("the program is wrong: " + compilation);
    }
    return compiled;
  }
}
