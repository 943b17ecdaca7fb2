package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves a whole program. */
public final class ProgramResolution {
  private ProgramResolution() {}

  /**
   * The program that {@code sources} write. None iff {@code problems} holds an error already, or a
   * source is not well formed: some names are not known then, and everything that uses them would
   * look wrong. A program with other problems is resolved as far as it can be.
   */
  public static Optional<ResolvedProgram> resolve(List<SourceText> sources, Problems problems) {
    List<SourceFile> trees = new ArrayList<>();
    for (SourceText source : sources) {
      switch (ZoneParsing.source(source)) {
        case Parsed.Tree<SourceFile>(SourceFile tree) -> trees.add(tree);
        case Parsed.Malformed<SourceFile>(var found) -> problems.addAll(found);
      }
    }
    return problems.hasErrors() ? Optional.empty() : Optional.of(resolveTrees(trees, problems));
  }

  private static ResolvedProgram resolveTrees(List<SourceFile> sources, Problems problems) {
    List<Statement> all = sources.stream().flatMap(source -> source.statements().stream()).toList();
    List<Statement> builtIn = Prelude.tree().statements();
    String module = ModuleResolution.resolve(sources, problems);
    ServiceResolution services =
        new ServiceResolution(
            of(all, Statement.Service.class),
            of(builtIn, Statement.Service.class),
            module,
            problems);
    PartyResolution parties = new PartyResolution(all, builtIn, module, problems);
    PartyNames names = parties.names();
    FlowResolution flows = new FlowResolution(names, services, problems);
    return new ResolvedProgram(
        module,
        parties.zones(),
        parties.externals(),
        services.all(),
        of(all, Statement.Allow.class).stream().map(flows::resolve).toList(),
        new AssertionResolution(names, services, problems).resolve(of(all, Statement.Assert.class)),
        DefaultsResolution.resolve(of(all, Statement.Defaults.class), problems),
        ClusterResolution.resolve(of(all, Statement.Cluster.class), problems),
        declaresNamespaces(of(all, Statement.Assume.class), problems));
  }

  private static boolean declaresNamespaces(List<Statement.Assume> assumes, Problems problems) {
    Once.check("`assume namespaces declared`", assumes, Statement::where, problems);
    return !assumes.isEmpty();
  }

  private static <T extends Statement> List<T> of(List<Statement> all, Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
