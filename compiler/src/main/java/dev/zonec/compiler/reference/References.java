package dev.zonec.compiler.reference;

import dev.zonec.compiler.source.ImportedSources;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.tree.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of a program and of the modules that it imports, also if the program has errors.
 *
 * @param program the names of the program's own module
 * @param modules all modules; each after its imports, so the program's own is the last one
 * @param builtIns the names of the prelude
 */
public record References(
    ModuleReferences program, List<ModuleReferences> modules, BuiltIns builtIns) {
  /** The longest chain of imports that is followed. */
  private static final int DEEPEST = 100;

  private static final BuiltIns BUILT_INS = BuiltIns.read();

  /** Copies the list. */
  public References {
    modules = List.copyOf(modules);
  }

  /**
   * Finds the names of the program in {@code sources}. Imports that cannot be read are left out.
   */
  public static References of(ProgramSources sources) {
    Loading loading = new Loading(sources);
    ModuleReferences program = loading.module(sources.sources(), 0);
    return new References(program, List.copyOf(loading.finished), BUILT_INS);
  }

  /** Returns the occurrence that contains {@code offset} in the source of {@code file}. */
  public Optional<Occurrence> at(Path file, int offset) {
    return modules.stream()
        .filter(module -> module.source(file).isPresent())
        .flatMap(
            module ->
                module.occurrences().stream()
                    .filter(
                        each ->
                            each.span().source()
                                    == module.source(file).orElseThrow().getKey().text()
                                && each.span().start() <= offset
                                && offset <= each.span().end()))
        .findFirst();
  }

  /** Returns every occurrence of {@code declaration} in the program and its imports. */
  public List<Occurrence> of(Declaration declaration) {
    return modules.stream()
        .flatMap(module -> module.occurrences().stream())
        .filter(each -> each.declaration().span().equals(declaration.span()))
        .toList();
  }

  /** Returns the module that has {@code file} as a source. */
  public Optional<ModuleReferences> module(Path file) {
    return modules.stream().filter(module -> module.source(file).isPresent()).findFirst();
  }

  /** Returns the sources of all modules. */
  public Stream<Map.Entry<Source, PartialSource>> sources() {
    return modules.stream().flatMap(module -> module.sources().entrySet().stream());
  }

  /** Reads the modules, each once. */
  private static final class Loading {
    private final ProgramSources program;
    private final Map<Path, ModuleReferences> known = new HashMap<>();
    private final Set<Path> open = new LinkedHashSet<>();
    private final List<ModuleReferences> finished = new ArrayList<>();

    Loading(ProgramSources program) {
      this.program = program;
    }

    ModuleReferences module(List<Source> sources, int depth) {
      Map<Source, PartialSource> read = new LinkedHashMap<>();
      Map<String, ModuleReferences> imported = new LinkedHashMap<>();
      for (Source source : sources) {
        PartialSource partial = program.texts().partial(source.text());
        read.put(source, partial);
        for (Statement statement : partial.file().statements()) {
          if (statement instanceof Statement.Import one) {
            follow(source, one, depth)
                .ifPresent(module -> imported.putIfAbsent(one.alias().text(), module));
          }
        }
      }
      ModuleReferences module = NameSearch.of(read, imported, BUILT_INS);
      finished.add(module);
      return module;
    }

    private Optional<ModuleReferences> follow(Source source, Statement.Import one, int depth) {
      Optional<ImportedSources> target =
          ImportedSources.read(
              source,
              one.path().text(),
              one.path().span(),
              program.scope(),
              program.texts(),
              new ArrayList<>());
      if (target.isEmpty() || depth > DEEPEST) {
        return Optional.empty();
      }
      Path identity = target.get().identity();
      ModuleReferences before = known.get(identity);
      if (before != null) {
        return Optional.of(before);
      }
      if (!open.add(identity)) {
        return Optional.empty();
      }
      ModuleReferences module = module(target.get().sources(), depth + 1);
      open.remove(identity);
      known.put(identity, module);
      return Optional.of(module);
    }
  }
}
