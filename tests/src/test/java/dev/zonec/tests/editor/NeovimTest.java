package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.inputs.SearchPath;
import dev.zonec.tests.endtoend.ZonecCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives {@code zonec lsp} and the tree-sitter grammar with Neovim, if it is installed. */
final class NeovimTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("zonec.root"), "tests", "src", "test", "resources", "editor");

  @TempDir private Path folder;

  @Test
  void neovimShowsProblemsAndRenames() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "nvim is not on the PATH");
    Path file = folder.toRealPath().resolve("shop.zone");
    Files.writeString(
        file,
        """
        module shop

        zone web { namespace shop  pods app=web }
        zone db { namespace shop  pods app=db }
        allow web -> db : tcp/5432
        assert sealed: only web -> db
        """);
    String seen = run("drive.lua", file, "ZONEC", ZonecCommand.in(folder));
    assertThat(seen)
        .isEqualTo(
            """
            problem 4:13-16 ZC0203
            no problem
            completion db web
            hover ```zone zone db { namespace shop pods app=db } ```
            renamed zone web { namespace shop  pods app=web } | zone orders { namespace shop  pods\
             app=db } | allow web -> orders : tcp/5432 | assert sealed: only web -> orders
            lens proved
            """);
  }

  @Test
  void neovimHighlightsAndFolds() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "nvim is not on the PATH");
    Optional<Path> compiler = TreeSitterParser.compiler();
    Assumptions.assumeTrue(compiler.isPresent(), "no C compiler is on the PATH");
    Path runtime = folder.resolve("runtime");
    TreeSitterParser.compile(
        compiler.orElseThrow(), Files.createDirectories(runtime.resolve("parser")));
    Path queries = Files.createDirectories(runtime.resolve("queries/zone"));
    try (Stream<Path> files = Files.list(TreeSitterFilesTest.FOLDER.resolve("queries"))) {
      for (Path each : files.toList()) {
        Files.copy(each, queries.resolve(each.getFileName()));
      }
    }
    Path file = folder.resolve("shop.zone");
    Files.writeString(
        file,
        """
        ## The shop.
        zone web in front {
          namespace shop
          pods app=web
        }
        allow web -> internet : tcp/443
        assert within: no path {web, other db} ~> db within 2 hops
        """);
    String expected =
        """
        error false
        comment.documentation ## The shop.
        keyword zone
        type web
        keyword in
        type front
        punctuation.bracket {
        keyword namespace
        string.special shop
        keyword pods
        attribute app
        operator =
        string.special web
        punctuation.bracket }
        keyword allow
        type web
        operator ->
        type.builtin internet
        punctuation.delimiter :
        constant.numeric tcp/443
        keyword assert
        label within
        punctuation.delimiter :
        keyword no
        keyword path
        punctuation.bracket {
        type web
        punctuation.delimiter ,
        keyword other
        type db
        punctuation.bracket }
        operator ~>
        type db
        keyword within
        constant.numeric 2
        keyword hops
        folds 2
        indents 10
        locals 9
        """;
    // Neovim computes folds from version 0.9 on.
    assertThat(run("highlight.lua", file, "RUNTIME", runtime))
        .isIn(expected, expected + "levels 0 1 1 1 1 0 0\n");
  }

  /** Runs a script in Neovim, and returns what it writes. */
  private String run(String script, Path file, String variable, Path value)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "nvim", "--headless", "--clean", "-S", SCRIPTS.resolve(script).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("FILE", file.toString());
    builder.environment().put("OUT", out.toString());
    builder.environment().put(variable, value.toString());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    Process editor = builder.start();
    boolean ended = editor.waitFor(180, TimeUnit.SECONDS);
    editor.destroyForcibly();
    assertThat(ended).as(Files.readString(log)).isTrue();
    assertThat(out).as(Files.readString(log)).exists();
    return Files.readString(out);
  }

  private static boolean isInstalled() {
    return SearchPath.ofProcess().program("nvim").isPresent();
  }
}
