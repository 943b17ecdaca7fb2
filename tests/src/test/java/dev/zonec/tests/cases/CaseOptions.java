package dev.zonec.tests.cases;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.param.ParamFile;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The options in the {@code # with} lines of a case.
 *
 * @param params the values of parameters
 * @param problems the problems of parameter files
 * @param allowOutside whether imports may read any file
 */
record CaseOptions(GivenParams params, List<Diagnostic> problems, boolean allowOutside) {
  static CaseOptions of(Path file, String content) throws IOException {
    TreeMap<String, String> options = new TreeMap<>();
    GivenParams fromFiles = GivenParams.NONE;
    Problems problems = new Problems();
    boolean allowOutside = false;
    for (String line : content.lines().toList()) {
      if (!line.startsWith("# with ")) {
        continue;
      }
      String[] words = line.substring("# with ".length()).split(" ", -1);
      switch (words[0]) {
        case "-p" ->
            options.put(
                words[1].substring(0, words[1].indexOf('=')),
                words[1].substring(words[1].indexOf('=') + 1));
        case "--params" -> {
          String values = Files.readString(file.resolveSibling(words[1]));
          fromFiles = ParamFile.read(new SourceText(words[1], values), problems).over(fromFiles);
        }
        case "--allow-outside" -> allowOutside = true;
        default -> throw new IllegalArgumentException(file + ": " + line);
      }
    }
    return new CaseOptions(
        GivenParams.ofOptions(options).over(fromFiles), problems.inOrder(), allowOutside);
  }
}
