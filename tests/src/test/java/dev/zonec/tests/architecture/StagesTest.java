package dev.zonec.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.zonec.compiler.resolve.AddressResolution;
import dev.zonec.compiler.resolve.NameSyntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Data flows one way: in each list below, a package uses only packages before it. The lists have
 * the order of the stages in {@code docs/architecture.md}. An empty name stands for the parent
 * package.
 */
@AnalyzeClasses(packages = "dev.zonec", importOptions = ProductClasses.class)
final class StagesTest {
  private static final Order DIAGNOSTICS =
      new Order("dev.zonec.diagnostics", "", "inputs", "deadline", "page");

  private static final Order MODEL =
      new Order("dev.zonec.model", "net", "label", "endpoint", "program", "query");

  private static final Order COMMANDS =
      new Order("dev.zonec.cli", "help", "manual", "shell", "format", "");

  private static final Order GRAMMAR =
      new Order("dev.zonec.grammar", "tree", "outline", "parser", "print", "format");

  private static final Order COMPILER =
      new Order(
          "dev.zonec.compiler",
          List.of(
              "problem",
              "familiar",
              "label",
              "source",
              "ignore",
              "rewrite",
              "module",
              "param",
              "variant",
              "resolve",
              "reference",
              "expiry",
              "lower",
              "check",
              "emit",
              "admission",
              "output",
              "",
              "lint"),
          // The values of parameters have the forms of names and address blocks that resolution
          // defines.
          equivalentTo(NameSyntax.class).or(equivalentTo(AddressResolution.class)));

  private static final Order KUBERNETES =
      new Order(
          "dev.zonec.kubernetes",
          "reading",
          "yaml",
          "manifest",
          "access",
          "template",
          "kustomize",
          "policy",
          "rules",
          "world",
          "address",
          "storage",
          "inspection",
          "live");

  private static final Order POLICIES = new Order("dev.zonec.kubernetes.policy", "", "cluster");

  private static final Order ENGINES =
      new Order(
          "dev.zonec.verifier",
          "semantics",
          "quotient",
          "reach",
          "smt",
          "accepted",
          "proof",
          "core",
          "cut",
          "closed",
          "query",
          "exposure",
          "diff",
          "why",
          "origin",
          "deployed",
          "lint",
          "finding",
          "report");

  private static final Order CLOSED =
      new Order(
          "dev.zonec.verifier.closed",
          "bits",
          "port",
          "endpoint",
          "equivalence",
          "subject",
          "rule",
          "tier",
          "admission",
          "relation",
          "",
          "reachability");

  private static final Order CHECKER =
      new Order("dev.zonec.checker", "claim", "solver", "document", "mention", "open", "deployed");

  private static final Order IMPORTER =
      new Order("dev.zonec.importer", "set", "rule", "plan", "draft", "");

  private static final Order RESPONSE =
      new Order(
          "dev.zonec.response",
          "change",
          "plugin",
          "quarantine",
          "block",
          "edge",
          "snapshot",
          "inspection",
          "command",
          "report");
  private static final Order RISK =
      new Order(
          "dev.zonec.risk",
          "image",
          "vulnerability",
          "json",
          "trivy",
          "operator",
          "grype",
          "clair",
          "cyclonedx",
          "vex",
          "exploit",
          "report",
          "join",
          "rank");
  private static final Order ACCESS =
      new Order(
          "dev.zonec.access", "authorizer", "power", "escalation", "assertion", "report", "least");
  private static final Order FLOWS =
      new Order(
          "dev.zonec.flows",
          "observed",
          "log",
          "json",
          "hubble",
          "calico",
          "suricata",
          "zeek",
          "aws",
          "gcp",
          "azure",
          "pcap",
          "source",
          "threat",
          "attribution",
          "judgement",
          "rule",
          "analysis");

  private static final Order USE_CASES =
      new Order(
          "dev.zonec.application",
          "version",
          "watch",
          "config",
          "revision",
          "cache",
          "report",
          "input",
          "format",
          "lint",
          "baseline",
          "verify",
          "adversary",
          "core",
          "certificate",
          "accept",
          "diff",
          "compile",
          "draft",
          "init",
          "question",
          "cut",
          "risk",
          "access",
          "flows",
          "incident",
          "graph",
          "page",
          "editing",
          "workspace");

  private static final Order STREAM =
      new Order(
          "dev.zonec.stream",
          "event",
          "source",
          "inputs",
          "result",
          "rule",
          "sink",
          "job",
          "parallel",
          "entry");

  private static final Order VIEWS = new Order("dev.zonec.views", "graph", "page", "playground");

  private static final Order GRAPHS =
      new Order("dev.zonec.views.graph", "layout", "notation", "svg");

  @ArchTest
  static void theStagesAreInTheirOrder(JavaClasses classes) {
    for (Order order :
        List.of(
            DIAGNOSTICS,
            MODEL,
            GRAMMAR,
            COMPILER,
            KUBERNETES,
            POLICIES,
            ENGINES,
            CLOSED,
            CHECKER,
            IMPORTER,
            RESPONSE,
            RISK,
            ACCESS,
            FLOWS,
            USE_CASES,
            STREAM,
            VIEWS,
            GRAPHS,
            COMMANDS)) {
      order.check(classes);
    }
  }

  /** Packages that create messages come after packages that create verdicts. */
  @ArchTest
  static final ArchRule noVerdictDependsOnMessages =
      noClasses()
          .that()
          .resideInAnyPackage("dev.zonec.verifier.proof", "dev.zonec.verifier.smt")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.zonec.verifier.origin",
              "dev.zonec.verifier.deployed",
              "dev.zonec.verifier.lint",
              "dev.zonec.verifier.why",
              "dev.zonec.verifier.exposure",
              "dev.zonec.verifier.finding",
              "dev.zonec.verifier.report");

  /**
   * The closed-world engine uses no code of the semantics or the encoding. Tests compare its
   * answers with the decisions of the semantics.
   */
  @ArchTest
  static final ArchRule theClosedEngineAndTheSemanticsShareNoCode =
      noClasses()
          .that()
          .resideInAPackage("dev.zonec.verifier.closed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.zonec.verifier.semantics..", "dev.zonec.verifier.smt..");

  /**
   * Packages below {@code root} in the order of the data, each together with the packages below it.
   *
   * @param shared classes that earlier packages may use
   */
  private record Order(
      String root, List<String> packages, DescribedPredicate<? super JavaClass> shared) {
    Order(String root, String... packages) {
      this(root, List.of(packages), DescribedPredicate.alwaysFalse());
    }

    private String pattern(String name) {
      return name.isEmpty() ? root : root + "." + name + "..";
    }

    void check(JavaClasses classes) {
      assertThat(Set.copyOf(packages)).as(root).isEqualTo(found(classes));
      for (int i = 0; i + 1 < packages.size(); i++) {
        String[] later =
            packages.subList(i + 1, packages.size()).stream()
                .map(this::pattern)
                .toArray(String[]::new);
        noClasses()
            .that(resideInAPackage(pattern(packages.get(i))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(later).and(not(shared)))
            .check(classes);
      }
    }

    /** Returns the packages directly below the root, and the root itself if it has classes. */
    private Set<String> found(JavaClasses classes) {
      return classes.stream()
          .filter(each -> !each.getSimpleName().equals("package-info"))
          .map(JavaClass::getPackageName)
          .filter(each -> each.equals(root) || each.startsWith(root + "."))
          .map(each -> each.equals(root) ? "" : each.substring(root.length() + 1).split("\\.")[0])
          .collect(Collectors.toSet());
    }
  }
}
