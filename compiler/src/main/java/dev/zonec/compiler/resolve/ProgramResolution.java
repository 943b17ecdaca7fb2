package dev.zonec.compiler.resolve;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.module.ModuleGraph;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.model.program.FoundEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves a whole program. */
public final class ProgramResolution {
  private final List<Statement> builtIn = Prelude.tree().statements();
  private final List<ModuleNames> known = new ArrayList<>();
  private final FoundEnds found;
  private final Problems problems;

  private ProgramResolution(FoundEnds found, Problems problems) {
    this.found = found;
    this.problems = problems;
  }

  /**
   * Resolves the program of {@code graph}, whose trees contain no parameters. Of imported modules,
   * only the names are used: zones, externals and services. The result is empty if and only if
   * {@code problems} already contains an error. A program with other problems is resolved as far as
   * possible.
   *
   * @param found the addresses of the API server and the nodes, for programs that do not declare
   *     them
   */
  public static Optional<ResolvedProgram> resolve(
      ModuleGraph graph, FoundEnds found, Problems problems) {
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    ProgramResolution resolution = new ProgramResolution(found, problems);
    graph.imported().forEach(resolution::addNames);
    return Optional.of(resolution.program(graph.program()));
  }

  private void addNames(LoadedModule module) {
    List<Statement> all = withZones(statements(module), blocks(module));
    String name = ModuleResolution.resolve(module.sources(), problems);
    ImportedNames imports = ImportResolution.of(module, name, known, problems);
    ServiceResolution services = services(all, name, imports);
    PartyResolution parties =
        new PartyResolution(
            all,
            builtIn,
            name,
            imports,
            new ClusterEnds(ClusterDeclaration.NONE, FoundEnds.NONE),
            problems);
    known.add(new ModuleNames(name, parties.own(), services.own()));
  }

  private ResolvedProgram program(LoadedModule program) {
    List<SourceFile> sources = program.sources();
    List<ForeachBlock> blocks = blocks(program);
    List<Statement> all = withZones(statements(program), blocks);
    String module = ModuleResolution.resolve(sources, problems);
    ImportedNames imports = ImportResolution.of(program, module, known, problems);
    ServiceResolution services = services(all, module, imports);
    ClusterDeclaration cluster =
        ClusterResolution.resolve(of(all, Statement.Cluster.class), problems);
    problems.addAll(ClusterContradictions.of(cluster, found));
    ClusterEnds ends = new ClusterEnds(cluster, found);
    PartyResolution parties = new PartyResolution(all, builtIn, module, imports, ends, problems);
    PartyNames names = parties.names().outside(blocks);
    List<FlowDeclaration> allowed =
        new ArrayList<>(flows(of(all, Statement.Allow.class), names, services));
    AssertionResolution assertions = new AssertionResolution(services, problems);
    List<AssertionDeclaration> asserted =
        new ArrayList<>(assertions.resolve(of(all, Statement.Assert.class), names));
    List<DisjointDeclaration> disjoint =
        new ArrayList<>(disjoint(of(all, Statement.Disjoint.class), names, parties.zones()));
    for (ForeachBlock block : blocks) {
      PartyNames inside = names.inside(block);
      allowed.addAll(flows(block.statements(Statement.Allow.class), inside, services));
      asserted.addAll(assertions.resolve(block.statements(Statement.Assert.class), inside));
      disjoint.addAll(
          disjoint(block.statements(Statement.Disjoint.class), inside, parties.zones()));
    }
    WaiverResolution waiving =
        new WaiverResolution(names, services, assertions.names(), module, problems);
    List<WaiverDeclaration> waivers =
        of(all, Statement.Waive.class).stream()
            .map(waiving::resolve)
            .flatMap(Optional::stream)
            .toList();
    // All names of other modules have been resolved by now.
    List<PartyDeclaration> externals = new ArrayList<>(parties.externals());
    externals.addAll(ends.used());
    externals.addAll(imports.used());
    List<PartyDeclaration> unused = new ArrayList<>(imports.unused());
    unused.addAll(parties.unusedEnds());
    return new ResolvedProgram(
        module,
        parties.zones(),
        externals,
        unused,
        parties.everyone(),
        services.all(),
        allowed,
        asserted,
        DefaultsResolution.resolve(of(all, Statement.Defaults.class), problems),
        cluster.ranges(),
        declaresNamespaces(of(all, Statement.Assume.class), problems),
        TrustResolution.resolve(of(all, Statement.Trust.class), problems),
        disjoint,
        waivers,
        EmitResolution.resolve(of(all, Statement.Emit.class), problems),
        new ForeachResolution(problems).declarations(blocks));
  }

  private List<ForeachBlock> blocks(LoadedModule module) {
    return new ForeachResolution(problems).blocks(statements(module));
  }

  /**
   * Adds the zones of blocks to the program's statements. The other statements of blocks are not in
   * {@code all}.
   */
  private static List<Statement> withZones(List<Statement> all, List<ForeachBlock> blocks) {
    List<Statement> more = new ArrayList<>(all);
    blocks.forEach(block -> more.addAll(block.zones()));
    return more;
  }

  private List<FlowDeclaration> flows(
      List<Statement.Allow> statements, PartyNames names, ServiceResolution services) {
    FlowResolution flows = new FlowResolution(names, services, problems);
    return statements.stream().flatMap(allow -> flows.resolve(allow).stream()).toList();
  }

  private static boolean declaresNamespaces(List<Statement.Assume> assumes, Problems problems) {
    DuplicateClauses.check("`assume namespaces declared`", assumes, problems);
    return !assumes.isEmpty();
  }

  private ServiceResolution services(List<Statement> all, String module, ImportedNames imports) {
    return new ServiceResolution(
        of(all, Statement.Service.class),
        of(builtIn, Statement.Service.class),
        module,
        imports,
        problems);
  }

  private static List<Statement> statements(LoadedModule module) {
    return module.sources().stream().flatMap(source -> source.statements().stream()).toList();
  }

  private List<DisjointDeclaration> disjoint(
      List<Statement.Disjoint> statements, PartyNames names, List<PartyDeclaration.Zone> zones) {
    DisjointResolution resolution = new DisjointResolution(names, zones, problems);
    return statements.stream().map(resolution::resolve).flatMap(Optional::stream).toList();
  }

  private static <T extends Statement> List<T> of(List<Statement> all, Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
