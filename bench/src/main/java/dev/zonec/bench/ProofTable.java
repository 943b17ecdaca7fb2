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
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles programs of growing size, reads the policies back and proves them, in one run: how the
 * time grows is what counts. Each size is measured once, after a small one to warm up.
 */
public final class ProofTable {
  private static final int ASSERTIONS = 100;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private ProofTable() {}

  /** Prints the table; arguments are numbers of namespaces. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    row(20, LayeredProgram.CHAIN, 0);
    out.println(
        "| namespaces | zones | policies | compiled ms | read ms | proved ms | questions |");
    out.println("|---|---|---|---|---|---|---|");
    List<String> sizes = args.length == 0 ? List.of("40", "200", "1000") : List.of(args);
    sizes.forEach(size -> out.println(row(Integer.parseInt(size), LayeredProgram.CHAIN, 0)));
    if (args.length == 0) {
      out.println(row(1000, 1, 4));
    }
  }

  /**
   * @param chain the zones of a namespace
   * @param more the policies of a namespace that the program does not make
   */
  private static String row(int namespaces, int chain, int more) {
    String text = LayeredProgram.text(namespaces, chain, ASSERTIONS);
    long start = System.nanoTime();
    ProgramSources sources = ProgramSources.of(List.of(Source.of("layered.zone", text)));
    Compilation compilation = Compiler.compile(sources, new CompileOptions(DAY, List.of()));
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      throw new IllegalStateException("the program is wrong: " + compilation);
    }
    long emitted = System.nanoTime();
    List<SourceText> texts = new ArrayList<>();
    compiled.policies().forEach(file -> texts.add(new SourceText(file.path(), file.text())));
    texts.add(new SourceText("by-hand.yaml", LayeredProgram.policies(namespaces, more)));
    World world =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, MetadataForm.ANY)
            .read(ManifestReader.read(texts), compiled.program().podSelectors())
            .world();
    long read = System.nanoTime();
    VerificationResult result =
        new Verification(
                world,
                compiled.program(),
                Reading.MAY,
                Deadline.in(Duration.ofMinutes(10)),
                List.of())
            .run();
    long proved = System.nanoTime();
    if (!result.allProved()) {
      throw new IllegalStateException("not proved: " + result.verdicts());
    }
    return "| "
        + String.join(
            " | ",
            Integer.toString(namespaces),
            Integer.toString(compiled.program().zones().size()),
            Integer.toString(world.policies().size()),
            Long.toString((emitted - start) / 1_000_000),
            Long.toString((read - emitted) / 1_000_000),
            Long.toString((proved - read) / 1_000_000),
            Integer.toString(result.questions()))
        + " |";
  }
}
