package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.importer.Draft;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever policies are drafted, the draft means what they do; or it says what it leaves out, and
 * means no more than they do.
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
    boolean isWhole = draft.unsayable().isEmpty();
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
        new Verification(world, load(draft.text()), Reading.MAY, Duration.ofMinutes(5), List.of())
            .runBothWays();
    if (draft.unsayable().isEmpty()) {
      assertThat(result.allProved())
          .as("%s%nfrom %s%n%s", draft.text(), world.policies(), result.findings())
          .isTrue();
    }
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
