package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import java.util.List;

/** Finds the name of the module in a program's sources. */
final class ModuleResolution {
  /** Stands for the name in messages if no source gives one. */
  static final String UNNAMED = "this program";

  private ModuleResolution() {}

  static String resolve(List<SourceFile> sources, Problems problems) {
    for (SourceFile source : sources) {
      DuplicateClauses.check("`module`", modules(source), problems);
    }
    List<Statement.Module> named =
        sources.stream().flatMap(source -> modules(source).stream().limit(1)).toList();
    if (named.isEmpty()) {
      problems.add(
          sources.isEmpty()
              ? Diagnostic.error(Code.ZC0101, "no source names its module")
              : Diagnostic.errorIn(
                      Code.ZC0101, sources.getFirst().source().name(), "no source names its module")
                  .help("begin one source with `module NAME`, such as `module shop.boutique`"));
      return UNNAMED;
    }
    named.forEach(module -> NameSyntax.checkModule(module.name(), problems));
    Statement.Module first = named.getFirst();
    for (Statement.Module module : named) {
      if (!module.name().text().equals(first.name().text())) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0102,
                    module.name().span(),
                    "`" + module.name() + "` differs from the module of the other sources")
                .also(first.name().span(), "here it is `" + first.name() + "`")
                .help("name the same module in all sources, or in one of them only")
                .help("to use the names of another module, write `import \"PATH\" as NAME`"));
      }
    }
    return first.name().text();
  }

  private static List<Statement.Module> modules(SourceFile source) {
    return source.statements().stream()
        .filter(Statement.Module.class::isInstance)
        .map(Statement.Module.class::cast)
        .toList();
  }
}
