package dev.zonec.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.lint.Fixing;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.why.WhyEngine;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of {@code docs/architecture.md} about the dependencies between modules and packages.
 */
@AnalyzeClasses(packages = "dev.zonec", importOptions = ProductClasses.class)
final class ArchitectureTest {
  /** The modules, with the first package of each as in Maven's files. */
  private static final List<String> MODULES =
      List.of(
          "diagnostics",
          "grammar",
          "model",
          "compiler",
          "kubernetes",
          "verifier",
          "checker",
          "importer",
          "response",
          "risk",
          "access",
          "flows",
          "application",
          "stream",
          "views",
          "lsp",
          "cli");

  /** Returns all code except the code of {@code modules}. */
  private static String[] oursBut(String... modules) {
    Set<String> allowed = Set.of(modules);
    return MODULES.stream()
        .filter(module -> !allowed.contains(module))
        .map(module -> "dev.zonec." + module + "..")
        .toArray(String[]::new);
  }

  private static ArchRule onlyUses(String module, String... used) {
    return noClasses()
        .that()
        .resideInAPackage("dev.zonec." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(oursBut(with(module, used)));
  }

  private static String[] with(String one, String... others) {
    Set<String> all = new TreeSet<>(List.of(others));
    all.add(one);
    return all.toArray(String[]::new);
  }

  private static ArchRule only(String library, String... packages) {
    return noClasses()
        .that(not(resideInAnyPackage(packages)))
        .should()
        .dependOnClassesThat(resideInAPackage(library));
  }

  @ArchTest static final ArchRule diagnosticsStandAlone = onlyUses("diagnostics");
  @ArchTest static final ArchRule grammarKnowsOnlySyntax = onlyUses("grammar", "diagnostics");
  @ArchTest static final ArchRule modelIsShared = onlyUses("model", "diagnostics");

  @ArchTest
  static final ArchRule compilerDoesNotSeeTheVerifier =
      onlyUses("compiler", "diagnostics", "grammar", "model");

  @ArchTest
  static final ArchRule manifestsAreReadWithoutDeciding =
      onlyUses("kubernetes", "diagnostics", "model");

  @ArchTest
  static final ArchRule verifierDoesNotSeeTheCompiler =
      onlyUses("verifier", "diagnostics", "model", "kubernetes")
          .because("a bug must not hide in its own proof");

  @ArchTest
  static final ArchRule importerDoesNotSeeTheCompilerAndProvesNothing =
      onlyUses("importer", "diagnostics", "grammar", "model", "kubernetes");

  @ArchTest
  static final ArchRule reportsAreReadWithoutDecidingConnections =
      onlyUses("risk", "diagnostics", "model", "kubernetes");

  @ArchTest
  static final ArchRule accessIsDecidedWithoutTheVerifier =
      onlyUses("access", "diagnostics", "model", "kubernetes");

  @ArchTest
  static final ArchRule flowsAreJudgedByTheSemanticsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.flows..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(oursBut("flows", "diagnostics", "model", "kubernetes", "verifier"))
                  .or(
                      resideInAPackage("dev.zonec.verifier..")
                          .and(not(resideInAPackage("dev.zonec.verifier.semantics")))));

  @ArchTest
  static final ArchRule theCheckerSharesNoCodeWithTheEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.checker..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      oursBut("checker", "diagnostics", "model", "kubernetes", "verifier"))
                  .or(
                      resideInAPackage("dev.zonec.verifier..")
                          .and(not(resideInAPackage("dev.zonec.verifier.semantics"))))
                  .or(resideInAPackage("dev.zonec.kubernetes.rules.."))
                  .or(resideInAPackage("com.microsoft.z3..")))
          .because("an error of the engine must not hide in its certificate");

  @ArchTest
  static final ArchRule theEncodingOfTheCheckerAndTheSemanticsShareNoCode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.zonec.checker.open..",
              "dev.zonec.checker.solver..",
              "dev.zonec.checker.document..",
              "dev.zonec.checker.mention..",
              "dev.zonec.checker.claim..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.zonec.verifier..");

  @ArchTest
  static final ArchRule importerReadsNoManifests =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.importer..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec.kubernetes..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.zonec.kubernetes.policy..", "dev.zonec.kubernetes.world"))));

  /**
   * The concrete semantics and the encoding share no code, because the semantics evaluates every
   * counterexample of the encoding again.
   */
  @ArchTest
  static final ArchRule encodingAndSemanticsShareNoCode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.zonec.verifier.smt..",
              "dev.zonec.verifier.reach..",
              "dev.zonec.verifier.quotient..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.zonec.verifier.semantics..");

  /** Only one place knows the kinds of policies and lowers them to rules. */
  @ArchTest
  static final ArchRule enginesKnowNoKindOfPolicy =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.zonec.verifier.smt..",
              "dev.zonec.verifier.reach..",
              "dev.zonec.verifier.quotient..",
              "dev.zonec.verifier.closed..",
              "dev.zonec.verifier.exposure..",
              "dev.zonec.verifier.lint..")
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  Policy.class,
                  Rule.class,
                  Peer.class,
                  ClusterPolicy.class,
                  ClusterRule.class,
                  ClusterPeer.class));

  /**
   * The concrete semantics does not use lowered rules, so that an error in the lowering cannot
   * affect both.
   */
  @ArchTest
  static final ArchRule semanticsReadsPoliciesAndNoRules =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.verifier.semantics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.zonec.kubernetes.rules..");

  @ArchTest
  static final ArchRule semanticsUsesNoEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.verifier.semantics..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec.verifier..")
                  .and(not(resideInAPackage("dev.zonec.verifier.semantics.."))));

  @ArchTest
  static final ArchRule nothingUsesTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonec.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.zonec.cli..");

  @ArchTest
  static final ArchRule theCommandLineRunsNoEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli..")
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  Compiler.class,
                  Linting.class,
                  Fixing.class,
                  SourceFormatting.class,
                  Importer.class,
                  ManifestReader.class,
                  WorldReader.class,
                  Verification.class,
                  QueryEngine.class,
                  ConnectionListing.class,
                  ExposureEngine.class,
                  WhyEngine.class))
          .because("use cases decide, and commands print");

  /** Reports turn values into text; a command that needs more of an engine would decide. */
  @ArchTest
  static final ArchRule theCommandLineSeesOnlyAnswersOfTheVerifier =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec.verifier..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.zonec.verifier.report",
                              "dev.zonec.verifier.query",
                              "dev.zonec.verifier.origin")))
                  .and(not(belongToAnyOf(ImpossibleQuestions.class))))
          .because("use cases decide what verdicts come to");

  @ArchTest
  static final ArchRule theCommandLineReadsNoPolicies =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.zonec.grammar..",
                      "dev.zonec.compiler.emit..",
                      "dev.zonec.compiler.ignore..",
                      "dev.zonec.compiler.output..",
                      "dev.zonec.kubernetes.policy..",
                      "dev.zonec.kubernetes.rules..")
                  .and(not(belongToAnyOf(Direction.class))));

  /** What problems come to, and which exit code follows, is in the outcome of a use case. */
  @ArchTest
  static final ArchRule theCommandLineWeighsNoProblems =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli..")
          .and()
          .doNotHaveSimpleName("Console")
          .and()
          .doNotHaveSimpleName("GroupedWarnings")
          .should()
          .callMethod(Diagnostic.class, "isError");

  /** The others look at paths of the command line or at open files, or write the manual. */
  @ArchTest
  static final ArchRule theCommandLineWritesNoFiles =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli..")
          .and()
          .haveNameNotMatching(".*\\.(ClusterOptions|CommandWords|ManCommand|Terminal)([$].*)?")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Files.class)
          .because("use cases decide which files are written");

  @ArchTest
  static final ArchRule formatsReadReports =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.cli.format..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.zonec.cli.format..",
                              "dev.zonec.application.report",
                              "dev.zonec.application.version",
                              "dev.zonec.diagnostics"))));

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.zonec.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule antlr = only("org.antlr..", "dev.zonec.grammar.parser..");

  @ArchTest
  static final ArchRule generatedParser =
      only("dev.zonec.grammar.parser.antlr..", "dev.zonec.grammar.parser..");

  @ArchTest static final ArchRule z3 = only("com.microsoft.z3..", "dev.zonec.verifier.smt");

  @ArchTest
  static final ArchRule smtinterpol =
      only("de.uni_freiburg.informatik..", "dev.zonec.checker.solver");

  @ArchTest
  static final ArchRule jgit = only("org.eclipse.jgit..", "dev.zonec.application.revision");

  @ArchTest
  static final ArchRule rulesAboutFlowsReadNoLogs =
      noClasses()
          .that()
          .resideInAnyPackage("dev.zonec.flows.rule", "dev.zonec.flows.judgement")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.zonec.flows.source", "dev.zonec.flows.log", "dev.zonec.flows.json")
          .because("another program than the plain reader can feed them");

  @ArchTest static final ArchRule flink = only("org.apache.flink..", "dev.zonec.stream..");

  @ArchTest static final ArchRule elk = only("org.eclipse.elk..", "dev.zonec.views.graph.layout");

  @ArchTest
  static final ArchRule picturesAreMadeFromGraphs =
      noClasses()
          .that()
          .resideInAnyPackage("dev.zonec.views.graph..", "dev.zonec.views.page..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.zonec.views..",
                              "dev.zonec.application.graph",
                              "dev.zonec.application.report",
                              "dev.zonec.diagnostics.."))))
          .because("a picture decides nothing about connections");

  @ArchTest
  static final ArchRule httpServer =
      only("com.sun.net.httpserver..", "dev.zonec.views.playground..");

  /** The server of the page has no answers of its own. */
  @ArchTest
  static final ArchRule thePlaygroundAsksCommands =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.views.playground..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonec..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.zonec.views..",
                              "dev.zonec.application.workspace",
                              "dev.zonec.application.editing.answer",
                              "dev.zonec.grammar.parser",
                              "dev.zonec.diagnostics.."))))
          .because("its answers are those of the commands");

  @ArchTest static final ArchRule kafka = only("org.apache.kafka..", "dev.zonec.stream..");

  @ArchTest static final ArchRule lsp4j = only("org.eclipse.lsp4j..", "dev.zonec.lsp..");

  @ArchTest static final ArchRule gson = only("com.google.gson..", "dev.zonec.lsp..");

  /** The server translates; it finds and decides nothing about programs. */
  @ArchTest
  static final ArchRule theLanguageServerAsksUseCases =
      onlyUses("lsp", "diagnostics", "grammar", "application", "views");

  @ArchTest static final ArchRule picocli = only("picocli..", "dev.zonec.cli..");

  @ArchTest
  static final ArchRule kubernetesObjects =
      only(
          "io.fabric8..",
          "dev.zonec.compiler.emit",
          "dev.zonec.kubernetes.live",
          "dev.zonec.kubernetes.manifest..",
          "dev.zonec.kubernetes.policy..",
          "dev.zonec.kubernetes.world");

  @ArchTest
  static final ArchRule theModelDoesNotChange =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.zonec.model..")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule clusters =
      only("io.fabric8.kubernetes.client..", "dev.zonec.kubernetes.live");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonec.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .accessField(System.class, "in");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)");

  @ArchTest
  static final ArchRule noPackageForLeftovers =
      noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..");

  @ArchTest
  static void everyPackageSaysThatNothingIsNull(JavaClasses classes) {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass each : classes) {
      JavaPackage in = each.getPackage();
      if (!isGenerated(each) && !in.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(in.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  private static boolean isGenerated(JavaClass each) {
    return each.getPackageName().equals("dev.zonec.grammar.parser.antlr");
  }

  /**
   * A rule about no class would hold, so every module must be imported, with about as many classes
   * as expected.
   */
  @ArchTest
  static void theModulesAreAllThere(JavaClasses classes) {
    Map<String, Integer> written = new TreeMap<>();
    for (JavaClass each : classes) {
      if (!isGenerated(each) && each.isTopLevelClass()) {
        written.merge(each.getPackageName().split("\\.", -1)[2], 1, Integer::sum);
      }
    }
    assertThat(written).containsOnlyKeys(MODULES);
    assertThat(written.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(180);
    assertThat(written.get("compiler")).isGreaterThan(60);
    assertThat(written.get("kubernetes")).isGreaterThan(70);
    assertThat(written.get("verifier")).isGreaterThan(70);
  }
}
