package dev.zonec.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Programs;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleLoadingTest {
  @TempDir private Path dir;

  private void write(String file, String text) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ModuleGraph load(String... paths) {
    Problems problems = new Problems();
    ProgramSources sources = sources(paths);
    problems.addAll(sources.problems());
    return ModuleLoading.load(sources, problems)
        .orElseThrow(() -> new AssertionError(problems.inOrder()));
  }

  private ProgramSources sources(String... paths) {
    return ProgramSources.collect(
        List.of(paths).stream().map(path -> InputPath.of(dir.resolve(path).toString())).toList());
  }

  private Compilation compile(String... paths) {
    return Compiler.compile(sources(paths), new CompileOptions(Programs.TODAY, List.of()));
  }

  @Test
  void aModuleThatTwoImportIsLoadedOnce() throws IOException {
    write("a.zone", "module a\nimport \"b.zone\" as b\nimport \"c/../d.zone\" as d\n");
    write("b.zone", "module b\nimport \"./d.zone\" as d\n");
    write("d.zone", "module d\n");
    write("c/e.zone", "module e\n");
    ModuleGraph graph = load("a.zone");
    assertThat(graph.modules()).hasSize(3);
    assertThat(graph.modules().get(1).imports()).singleElement().matches(i -> i.module() == 0);
    assertThat(graph.program().imports())
        .extracting(LoadedModule.Import::module)
        .containsExactly(1, 0);
  }

  @Test
  void aLongChainOfImportsIsNoTrouble() throws IOException {
    int last = 1200;
    for (int i = 0; i < last; i++) {
      write(
          i + ".zone",
          "module m%d\nimport \"%d.zone\" as n\nzone z in n.z { }\nservice s = n.s\n"
              .formatted(i, i + 1));
    }
    write(last + ".zone", "module end\nzone z { namespace n }\nservice s = tcp/80\n");
    write(
        "p/p.zone",
        "module p\nimport \"../0.zone\" as m\nzone z in m.z { pods a=b }\nallow within z : m.s");
    Compilation compilation = compile("p");
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    assertThat(Programs.policy((Compilation.Compiled) compilation, "n/p-z.yaml"))
        .contains("port: 80");
  }

  @Test
  void manyWaysToOneModuleAreNoTrouble() throws IOException {
    int last = 40;
    for (int i = 0; i < last; i++) {
      write(
          i + ".zone",
          "module m%1$d\nimport \"%2$d.zone\" as a\nimport \"x/../%2$d.zone\" as b\nzone z in a.z { }\n"
              .formatted(i, i + 1));
    }
    write("x/x.zone", "module x\n");
    write(last + ".zone", "module end\nzone z { namespace n }\n");
    assertThat(load("0.zone").modules()).hasSize(last + 1);
    assertThat(compile("0.zone")).isInstanceOf(Compilation.Compiled.class);
  }

  /** What is around the program's files is no source of it, however it is written. */
  @Test
  void theProgramsOwnFilesAreNotImported() throws IOException {
    write("p/a.zone", "module p\nimport \"../q/link.zone\" as q\n");
    Files.createDirectories(dir.resolve("q"));
    Files.createSymbolicLink(dir.resolve("q/link.zone"), dir.resolve("p/a.zone"));
    Compilation compilation = compile("p", "q");
    assertThat(((Compilation.Rejected) compilation).problems())
        .extracting(Diagnostic::message)
        .containsExactly("the import `../q/link.zone` is this module itself");
  }
}
