package dev.zonec.tests.limits;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.template.Templates;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.diff.Comparison;
import dev.zonec.verifier.diff.WorkloadComparison;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.lint.PolicyLint;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.why.WhyEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Work on inputs of many parts, which has to look at its deadline for each part.
 *
 * @param name the name of the work
 * @param most the memory that it may allocate between two looks, in bytes: several times what one
 *     part needs, and much less than all parts need
 */
record LimitedWork(String name, long most, Runnable work) {
  private static final ZoneProgram EMPTY =
      new ZoneProgram(
          "hard",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Defaults.STANDARD,
          Cluster.UNDECLARED,
          false);

  private static String times(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  static List<LimitedWork> all() {
    List<LimitedWork> all = new ArrayList<>(reading());
    all.addAll(compiling());
    all.addAll(engines());
    all.addAll(comparing());
    return all;
  }

  private static List<LimitedWork> reading() {
    String policies = times(400, LimitedWork::policyItem);
    SourceText list = list(policies);
    ParsedTexts parsedList = ParsedTexts.of(List.of(list));
    ParsedTexts parsedDocuments =
        ParsedTexts.of(
            List.of(
                new SourceText(
                    "documents.yaml", times(400, i -> "---\n" + object(policyItem(i))))));
    ParsedTexts template =
        ParsedTexts.of(
            List.of(
                new SourceText(
                    "template.yaml",
                    "apiVersion: template.openshift.io/v1\nkind: Template\n"
                        + "metadata: {name: t}\nparameters: [{name: A, value: a}]\nobjects:\n"
                        + policies)));
    Manifests ofPolicies = ManifestReader.read(List.of(list));
    Manifests ofClusterPolicies =
        ManifestReader.read(List.of(list(times(200, LimitedWork::clusterPolicyItem))));
    return List.of(
        new LimitedWork("parse a list", 7_000_000, () -> ParsedTexts.of(List.of(list))),
        new LimitedWork("read a list", 500_000, () -> ManifestReader.read(parsedList)),
        new LimitedWork("read documents", 900_000, () -> ManifestReader.read(parsedDocuments)),
        new LimitedWork("expand a template", 8_000_000, () -> Templates.expand(template)),
        new LimitedWork(
            "read the world of policies", 2_000_000, () -> new WorldReader().read(ofPolicies)),
        new LimitedWork(
            "read the world of cluster-scoped policies",
            1_600_000,
            () -> new WorldReader().read(ofClusterPolicies)));
  }

  private static List<LimitedWork> compiling() {
    String flows = times(29, i -> "allow z%d -> z%d : tcp/80\n".formatted(i, i + 1));
    List<Namespace> catalog =
        IntStream.range(0, 40)
            .mapToObj(i -> Namespace.declared("n" + i, Map.of("team", "t")))
            .toList();
    CompileOptions options = new CompileOptions(LocalDate.of(2026, 11, 28), catalog);
    ProgramSources namespaces =
        program(
            times(30, i -> "zone z%1$d { namespaces team=t  pods app=a%1$d }\n".formatted(i))
                + flows);
    ProgramSources overlapping =
        program(times(150, i -> "zone z%1$d { namespace n  pods l%1$d=a }\n".formatted(i)));
    return List.of(
        new LimitedWork(
            "compile for namespaces", 10_000_000, () -> Compiler.compile(namespaces, options)),
        new LimitedWork(
            "check overlapping zones", 20_000_000, () -> Compiler.load(overlapping, options)));
  }

  private static List<LimitedWork> engines() {
    World world = manyNamespaces(6);
    World tied = read(times(60, LimitedWork::tiedItem));
    ImportOptions options = new ImportOptions("hard", List.of(), false);
    return List.of(
        new LimitedWork(
            "list connections",
            900_000,
            () -> new ConnectionListing(world, Cluster.UNDECLARED, Reading.MAY).table()),
        new LimitedWork(
            "join connections",
            900_000,
            () -> new ConnectionListing(world, Cluster.UNDECLARED, Reading.MAY).groupedTable()),
        new LimitedWork(
            "list exposure",
            1_000_000,
            () -> new ExposureEngine(world, EMPTY, Reading.MAY).exposures()),
        new LimitedWork("draft", 1_300_000, () -> Importer.draft(world, options, Deadline::check)),
        new LimitedWork(
            "find paths",
            600_000,
            () -> new QueryEngine(world, EMPTY, Reading.MAY).answer(everything(true), 1)),
        new LimitedWork(
            "find connections",
            390_000,
            () -> new QueryEngine(world, EMPTY, Reading.MAY).answer(everything(false), 1)),
        new LimitedWork(
            "explain",
            20_000_000,
            () -> new WhyEngine(world, EMPTY, Reading.MAY).explain(everything(false))),
        new LimitedWork(
            "lint policies of equal priority",
            210_000,
            () -> PolicyLint.of(tied, Cluster.UNDECLARED, Set.of())));
  }

  private static List<LimitedWork> comparing() {
    WorldPair worlds = new WorldPair(manyNamespaces(6), manyNamespaces(5));
    return List.of(
        new LimitedWork(
            "compare", 2_100_000, () -> new Comparison(worlds, EMPTY, Reading.MAY).run()),
        new LimitedWork(
            "compare workloads",
            1_100_000,
            () -> new WorkloadComparison(worlds, Cluster.UNDECLARED, Reading.MAY).run()));
  }

  private static ProgramSources program(String statements) {
    return ProgramSources.of(List.of(Source.of("hard.zone", "module hard\n" + statements)));
  }

  private static World manyNamespaces(int clusterPolicies) {
    return read(
        times(24, LimitedWork::namespaceItems)
            + times(clusterPolicies, LimitedWork::clusterPolicyItem));
  }

  private static World read(String items) {
    return new WorldReader().read(ManifestReader.read(List.of(list(items)))).world();
  }

  private static SourceText list(String items) {
    return new SourceText("list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + items);
  }

  private static String object(String item) {
    return item.replaceFirst("- ", "  ").indent(-2);
  }

  private static String policyItem(int i) {
    return """
    - apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p%1$d, namespace: n%2$d}
      spec:
        podSelector: {matchLabels: {app: a%1$d}}
        ingress: [{from: [{podSelector: {matchLabels: {app: b%1$d}}}], ports: [{port: %3$d}]}]
    """
        .formatted(i, i % 50, 1 + i % 60_000);
  }

  private static String clusterPolicyItem(int i) {
    return """
    - apiVersion: policy.networking.k8s.io/v1alpha2
      kind: ClusterNetworkPolicy
      metadata: {name: c%1$d}
      spec:
        tier: %2$s
        priority: %1$d
        subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a%3$d}}}}
        ingress: [{action: Deny, from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: x%1$d}}}}]}]
        egress: [{action: Pass, to: [{pods: {namespaceSelector: {matchLabels: {team: t%3$d}}, podSelector: {}}}]}]
    """
        .formatted(i, i % 2 == 0 ? "Admin" : "Baseline", i % 7);
  }

  private static String tiedItem(int i) {
    return """
    - apiVersion: policy.networking.k8s.io/v1alpha1
      kind: AdminNetworkPolicy
      metadata: {name: a%1$d}
      spec:
        priority: 10
        subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a%1$d}}}}
        ingress: [{action: %2$s, from: [{namespaces: {}}]}]
    """
            .formatted(i, i % 2 == 0 ? "Allow" : "Deny")
        + workloadItem(i);
  }

  private static String workloadItem(int i) {
    return """
    - apiVersion: apps/v1
      kind: Deployment
      metadata: {name: w%1$d, namespace: n%2$d}
      spec:
        selector: {matchLabels: {app: a%1$d}}
        template:
          metadata: {labels: {app: a%1$d}}
          spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
    """
        .formatted(i, i % 50);
  }

  private static String namespaceItems(int i) {
    return """
    - apiVersion: v1
      kind: Namespace
      metadata: {name: n%1$d, labels: {team: t%2$d}}
    - apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: n%1$d}
      spec:
        podSelector: {matchLabels: {app: a%1$d}}
        ingress: [{from: [{namespaceSelector: {matchLabels: {team: t%3$d}}}], ports: [{port: %4$d}]}]
    - apiVersion: v1
      kind: Service
      metadata: {name: s, namespace: n%1$d}
      spec: {type: LoadBalancer, selector: {app: a%1$d}, ports: [{port: 80, targetPort: 8080}]}
    - apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: i, namespace: n%1$d}
      spec: {defaultBackend: {service: {name: s, port: {number: 80}}}}
    """
            .formatted(i, i % 5, (i + 1) % 5, 1000 + i)
        + workloadItem(i).replace("namespace: n" + i % 50, "namespace: n" + i);
  }

  private static Query everything(boolean path) {
    SourceText text = new SourceText("(question)", "* ~> *");
    Query.End all = new Query.End.Anywhere(new Span(text, 0, 1));
    return new Query(all, path, all, new Service.Anything(), Query.Route.ANY);
  }
}
