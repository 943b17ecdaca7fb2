package dev.zonec.compiler.resolve;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves the imports of a module. */
final class ImportResolution {
  private ImportResolution() {}

  /**
   * Returns the names that {@code module} imports.
   *
   * @param name the name of the module
   * @param known the names of the modules of the graph before this one
   */
  static ImportedNames of(
      LoadedModule module, String name, List<ModuleNames> known, Problems problems) {
    SortedMap<String, ModuleNames> byAlias = new TreeMap<>();
    Map<String, Word> first = new HashMap<>();
    for (LoadedModule.Import one : module.imports()) {
      Word alias = one.alias();
      NameSyntax.check(alias, problems);
      Word before = first.putIfAbsent(alias.text(), alias);
      ModuleNames names = known.get(one.module());
      if (before != null) {
        problems.add(
            Diagnostic.error(Code.ZC0201, alias.span(), "`" + alias + "` is imported twice")
                .labelled("imported again here")
                .also(before.span(), "first imported here")
                .help("delete it: an import applies to all sources of a module"));
        continue;
      }
      byAlias.put(alias.text(), names);
      if (names.module().equals(name) && !name.equals(ModuleResolution.UNNAMED)) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0106,
                    alias.span(),
                    "`" + alias + "` is this module, `" + name + "`, again")
                .help("delete the import, and pass all sources of the module to one run"));
      }
    }
    return new ImportedNames(name, byAlias, problems);
  }
}
