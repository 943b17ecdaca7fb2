package dev.zonec.tests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.tests.architecture.ProductClasses;
import java.util.Set;
import java.util.TreeSet;

/**
 * Work looks at its deadline for each part of its input, and the looks are needed: without them, it
 * would allocate more memory between two looks than {@link LimitedWork} permits. The classes whose
 * looks are shown to be needed are listed. A class with a new look has to be added to one of the
 * lists, best with work that shows that the look is needed.
 */
@AnalyzeClasses(packages = "dev.zonec", importOptions = ProductClasses.class)
final class LooksAreNeededTest {
  private static final Set<String> LOOKS = Set.of("check", "throwIfPassed", "passed");

  /** The classes whose looks are needed by the work here. */
  private static final Set<String> NEEDED =
      Set.of(
          "compiler.check.OverlappingZones",
          "compiler.emit.Emission",
          "compiler.emit.PolicyPlanning",
          "importer.plan.ZonePlanning",
          "kubernetes.manifest.ManifestReader",
          "kubernetes.template.Templates",
          "kubernetes.world.WorldReader",
          "kubernetes.yaml.Documents",
          "verifier.diff.AllowedDifference",
          "verifier.lint.PolicyLint",
          "verifier.lint.TiedPolicies",
          "verifier.query.EntranceRows",
          "verifier.query.PathAnswers",
          "verifier.query.QueryEngine");

  /**
   * The classes whose looks the work here does without: their work is short, it contains or
   * surrounds other looks, it waits instead of allocating, or {@code DeadlineTest}, {@code
   * ReadingEndsInTimeTest} and {@code TimeoutTest} have inputs for it.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "access.escalation.Escalation",
          "application.access.ListPowers",
          "application.adversary.RelabelVerdicts",
          "application.adversary.TryAdversaries",
          "application.diff.Diff",
          "application.graph.AlikeNodes",
          "application.graph.AllConnections",
          "application.graph.BoxFolding",
          "application.graph.PairReasons",
          "application.question.Expect",
          "application.revision.CommitFiles",
          "application.risk.ReadReports",
          "checker.deployed.DeployedCheck",
          "checker.solver.Reasons",
          "checker.solver.RecordedAnswers",
          "checker.solver.Solver",
          "cli.TimeLimit",
          "compiler.CheckedVariant",
          "compiler.check.OverlapCandidates",
          "compiler.lint.Linting",
          "compiler.lower.Lowering",
          "compiler.source.ProgramSources",
          "flows.pcap.CaptureReader",
          "flows.source.LogReading",
          "flows.source.LogReading$ObjectStream",
          "flows.threat.JsonThreats",
          "flows.threat.ThreatListReader",
          "kubernetes.access.AccessReader",
          "kubernetes.kustomize.Build",
          "kubernetes.kustomize.BuildCommand",
          "kubernetes.kustomize.Kustomizations",
          "kubernetes.kustomize.Patching",
          "kubernetes.manifest.ManifestFiles",
          "kubernetes.manifest.ParsedTexts",
          "kubernetes.storage.StorageReader",
          "kubernetes.template.RenderCommand",
          "kubernetes.world.Instances",
          "kubernetes.world.UniqueObjects",
          "kubernetes.world.Workloads",
          "response.block.UnselectedPods",
          "response.quarantine.LabelEscape",
          "risk.exploit.CsvRecords",
          "risk.exploit.EpssReader",
          "risk.json.JsonCursor",
          "verifier.closed.admission.AdmissionBuilder",
          "verifier.closed.equivalence.EquivalenceClasses",
          "verifier.closed.reachability.ShortestPaths$Found",
          "verifier.closed.reachability.TransitiveClosure",
          "verifier.closed.relation.AlikeClasses",
          "verifier.closed.relation.AllowedPairs",
          "verifier.core.CoreSearch",
          "verifier.cut.PathCutSearch",
          "verifier.diff.Comparison",
          "verifier.diff.Rectangles",
          "verifier.exposure.BoxWidening",
          "verifier.exposure.ExposureEngine",
          "verifier.exposure.RowGrouping",
          "verifier.lint.ServicePortRules",
          "verifier.proof.PathFinder",
          "verifier.proof.PathProof",
          "verifier.proof.PathSimplifier$Simplifying",
          "verifier.proof.UndeclaredPathProof",
          "verifier.query.AlikeEnds",
          "verifier.query.ConnectionListing",
          "verifier.query.CutSearch",
          "verifier.query.EntranceDecisions",
          "verifier.query.ConnectedGroups",
          "verifier.query.GroupedRows",
          "verifier.query.InternetReach",
          "verifier.query.JoinedConnectionSearch",
          "verifier.query.JoinedPathSearch",
          "verifier.query.RelabelSearch",
          "verifier.query.ServiceDecisions",
          "verifier.query.ServiceRows",
          "verifier.reach.IsolatingTier",
          "verifier.reach.OrderedTier",
          "verifier.reach.StepSearch$Search",
          "verifier.reach.Steps",
          "verifier.smt.StepSolver",
          "verifier.smt.WitnessSearch",
          "verifier.smt.Z3Checker",
          "verifier.why.ChangeSearch",
          "verifier.why.Goal",
          "verifier.why.WhyEngine",
          "views.graph.layout.LayeredLayout$Bounded");

  @ArchTest
  static void workLooksAtItsDeadlineOften(JavaClasses classes) {
    Set<String> needed = new TreeSet<>();
    for (LimitedWork limited : LimitedWork.all()) {
      // Classes that are loaded on first use allocate too.
      limited.work().run();
      RecordedLooks looks = RecordedLooks.of(limited.work());
      assertThat(looks.most()).as(limited.name()).isLessThan(limited.most());
      for (String place : looks.places()) {
        if (looks.mostWithout(place) > limited.most()) {
          needed.add(place.replaceFirst("dev\\.zonec\\.(.*):.*", "$1"));
        }
      }
    }
    assertThat(needed).isEqualTo(new TreeSet<>(NEEDED));
    Set<String> listed = new TreeSet<>(NEEDED);
    listed.addAll(OTHERS);
    Set<String> looking = looking(classes);
    // The importer gets its look as a parameter.
    looking.add("importer.plan.ZonePlanning");
    assertThat(looking).isEqualTo(listed);
  }

  private static Set<String> looking(JavaClasses classes) {
    Set<String> looking = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().equals(Deadline.class.getPackageName())) {
        continue;
      }
      for (JavaMethodCall call : each.getMethodCallsFromSelf()) {
        if (call.getTargetOwner().getPackageName().equals(Deadline.class.getPackageName())
            && LOOKS.contains(call.getName())) {
          looking.add(each.getName().substring("dev.zonec.".length()));
        }
      }
    }
    return looking;
  }
}
