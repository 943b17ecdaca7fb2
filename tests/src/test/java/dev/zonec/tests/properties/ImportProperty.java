package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.lint.AcceptedFindings;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import dev.zonec.importer.Draft;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The draft of random policies has the same meaning as the policies. If the draft reports that it
 * leaves something out, it allows no more than the policies.
 */
final class ImportProperty {
  private static final int CONNECTIONS = 300;

  private static int whole;
  private static int partial;

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aDraftDeclaresWhatThePoliciesAllow(@ForAll long seed) {
    RandomPolicies random = new RandomPolicies(seed);
    World world = random.world();
    Draft draft = draft(world);
    ZoneProgram program = load(draft.text());
    boolean isWhole = draft.inexpressible().isEmpty();
    if (isWhole) {
      whole++;
    } else {
      partial++;
    }
    Intent intent = new Intent(program);
    Semantics may = new Semantics(world, Reading.MAY, program.cluster());
    Semantics must = new Semantics(world, Reading.MUST, program.cluster());
    for (int i = 0; i < CONNECTIONS; i++) {
      Endpoint from = random.endpoint("from");
      Endpoint to = random.endpoint("to");
      if (from instanceof Endpoint.External && to instanceof Endpoint.External) {
        continue;
      }
      Connection connection =
          new Connection(
              from,
              to,
              family(from, to),
              new Transport.Ported(random.protocol(), random.port(79, 80, 85, 90, 91, 99)));
      boolean declared = intent.declares(connection);
      if (!isWhole && !declared) {
        continue;
      }
      assertThat(declared)
          .as("%s in%n%s%nfrom %s", connection, draft.text(), world.policies())
          .isEqualTo(may.decide(connection).isAllowed())
          .isEqualTo(must.decide(connection).isAllowed());
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aDraftIsProvedEqualUnlessSomethingIsLeftOut(@ForAll long seed) {
    World world = new RandomPolicies(seed).world();
    Draft draft = draft(world);
    VerificationResult result =
        new Verification(
                world,
                load(draft.text()),
                Reading.MAY,
                Deadline.in(Duration.ofMinutes(5)),
                List.of())
            .runBothWays();
    if (draft.inexpressible().isEmpty()) {
      assertThat(result.allProved())
          .as("%s%nfrom %s%n%s", draft.text(), world.policies(), result.verdicts())
          .isTrue();
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aDraftIsFormattedWithoutFindingsAndCompiles(@ForAll long seed, @ForAll boolean known) {
    World random = new RandomPolicies(seed).world();
    World world =
        known
            ? random
            : World.of(
                random.namespaces().stream().map(n -> Namespace.undeclared(n.name())).toList(),
                random.policies());
    LocalDate day = LocalDate.of(2026, 1, 1);
    LintOptions lint =
        new LintOptions(day, GivenParams.NONE, new Deployed.Unknown(), Set.of(), Set.of());
    Source drafted = Source.of("draft.zone", draft(world).text());
    String text = AcceptedFindings.in(drafted, lint, "as the policies have it");
    Source source = Source.of("draft.zone", text);
    ProgramSources sources = ProgramSources.of(List.of(source));
    assertThat(Formatting.format(source.text())).isEqualTo(new Formatted.Text(text));
    assertThat(Linting.lint(sources, lint).findings()).as(text).isEmpty();
    List<Namespace> catalog = world.namespaces().stream().filter(Namespace::declared).toList();
    Compilation compilation = Compiler.compile(sources, new CompileOptions(day, catalog));
    assertThat(compilation).as(text).isInstanceOf(Compilation.Compiled.class);
    Compilation.Compiled compiled = (Compilation.Compiled) compilation;
    if (compiled.warnings().stream().anyMatch(warning -> warning.code() == Code.ZC0705)) {
      // The policies assume labels of a namespace that nothing declares, and may allow more.
      return;
    }
    Manifests back =
        ManifestReader.read(List.of(new SourceText("compiled.yaml", compiled.stream())));
    World plan = World.of(world.namespaces(), new WorldReader().read(back).world().policies());
    VerificationResult result =
        new Verification(
                plan,
                compiled.program(),
                Reading.MAY,
                Deadline.in(Duration.ofMinutes(5)),
                List.of())
            .run();
    assertThat(result.allProved())
        .as("%s%nfrom %s%n%s%n%s", text, world.policies(), result.verdicts(), compiled.stream())
        .isTrue();
  }

  @AfterContainer
  static void mostDraftsAreWhole() {
    assertThat(whole).isGreaterThan(2 * partial);
  }

  private static Family family(Endpoint from, Endpoint to) {
    for (Endpoint end : List.of(from, to)) {
      if (end instanceof Endpoint.External external) {
        return external.address().family();
      }
    }
    return Family.IPV4;
  }

  private static Draft draft(World world) {
    return Importer.draft(world, new ImportOptions("imported", List.of(), false));
  }

  private static ZoneProgram load(String text) {
    Loading loading =
        Compiler.load(
            ProgramSources.of(List.of(Source.of("draft.zone", text))),
            GivenParams.NONE,
            LocalDate.of(2026, 1, 1));
    assertThat(loading).as("%s in%n%s", loading, text).isInstanceOf(Loading.Loaded.class);
    return ((Loading.Loaded) loading).variants().getFirst().program();
  }
}
