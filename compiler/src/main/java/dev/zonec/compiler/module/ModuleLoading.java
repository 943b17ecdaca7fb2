package dev.zonec.compiler.module;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ImportScope;
import dev.zonec.compiler.source.ImportedSources;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.SourceTexts;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a program and all modules that it imports, each once. */
public final class ModuleLoading {
  private final ImportScope scope;
  private final SourceTexts texts;
  private final Problems problems;
  private final List<LoadedModule> finished = new ArrayList<>();
  private final Map<Path, Integer> known = new HashMap<>();
  private final Deque<OpenModule> open = new ArrayDeque<>();

  private ModuleLoading(ProgramSources sources, Problems problems) {
    this.scope = sources.scope();
    this.texts = sources.texts();
    this.problems = problems;
  }

  /**
   * Loads the modules of the program in {@code sources}. The result is empty if and only if {@code
   * problems} then contains an error, such as a syntax error or an import that leads nowhere. The
   * program is not checked further in this case, because every use of an unknown name would cause
   * another error.
   */
  public static Optional<ModuleGraph> load(ProgramSources sources, Problems problems) {
    ModuleLoading loading = new ModuleLoading(sources, problems);
    loading.run(OpenModule.program(sources.sources(), sources.texts(), problems));
    return problems.hasErrors() ? Optional.empty() : Optional.of(new ModuleGraph(loading.finished));
  }

  /**
   * Follows the imports depth first, with an explicit stack, because chains of imports can be long.
   */
  private void run(OpenModule program) {
    open.addLast(program);
    while (!open.isEmpty()) {
      OpenModule module = open.getLast();
      Optional<OpenModule.Pending> next = module.nextImport();
      if (next.isPresent()) {
        follow(module, next.get());
      } else {
        open.removeLast();
        finished.add(module.loaded());
        int index = finished.size() - 1;
        module.identity().ifPresent(path -> known.put(path, index));
        if (!open.isEmpty()) {
          open.getLast().imported(index);
        }
      }
    }
  }

  private void follow(OpenModule module, OpenModule.Pending pending) {
    Word path = pending.statement().path();
    List<Diagnostic> found = new ArrayList<>();
    Optional<ImportedSources> read =
        ImportedSources.read(pending.source(), path.text(), path.span(), scope, texts, found);
    problems.addAll(found);
    if (read.isEmpty()) {
      return;
    }
    Integer index = known.get(read.get().identity());
    if (index != null) {
      module.imported(index);
      return;
    }
    Optional<Diagnostic> cycle = ImportCycles.of(List.copyOf(open), read.get());
    if (cycle.isPresent()) {
      problems.add(cycle.get());
      return;
    }
    open.addLast(OpenModule.imported(read.get(), texts, problems));
  }
}
