package dev.zonec.tests.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wrong change of one source file of the product that tests must notice.
 *
 * <pre>
 * # What is wrong with the change, in one sentence.
 * in verifier/engine/src/main/java/dev/zonec/verifier/smt/EndpointEncoding.java
 * killed by verifier.smt.AgreementTest
 *     parts.add(inCidr(end, block.cidr()));
 * -   return expressions.and(parts);
 * +   return expressions.or(parts);
 * </pre>
 *
 * <p>Each line of the change begins with a space, {@code -} or {@code +}, as in a patch. The lines
 * with a space or {@code -} must be found exactly once in the file. A blank line separates changes
 * of several places. The tests are classes below {@code dev.zonec}, or methods of them.
 *
 * @param name the path of its file below the folder of its area, such as {@code smt/except-ignored}
 * @param error what is wrong
 * @param source the file, relative to the root of the project
 * @param changes the changes
 * @param killers the tests that must notice it, of which one has to fail
 */
record Mutant(String name, String error, Path source, List<Change> changes, List<String> killers) {
  private static final String SUFFIX = ".mutant";
  private static final String SOURCE = "in ";
  private static final String KILLERS = "killed by ";

  /** Copies the lists. */
  Mutant {
    changes = List.copyOf(changes);
    killers = List.copyOf(killers);
  }

  /** Lines of a source file, and what replaces them. */
  record Change(String before, String after) {}

  /** Returns the mutants in {@code folder}, in the order of their names. */
  static List<Mutant> in(Path folder) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(SUFFIX)) {
          throw new IllegalArgumentException(name + " is not the file of a mutant");
        }
        mutants.add(
            read(name.substring(0, name.length() - SUFFIX.length()), Files.readAllLines(file)));
      }
    }
    return mutants;
  }

  private static Mutant read(String name, List<String> lines) {
    String error = field(name, lines, 0, "# ");
    Path source = Path.of(field(name, lines, 1, SOURCE));
    List<String> killers = List.of(field(name, lines, 2, KILLERS).split(", "));
    List<Change> changes = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines.subList(3, lines.size())) {
      if (line.isEmpty()) {
        changes.add(new Change(before.toString(), after.toString()));
        before.setLength(0);
        after.setLength(0);
        continue;
      }
      String text = line.substring(1) + "\n";
      switch (line.charAt(0)) {
        case ' ' -> {
          before.append(text);
          after.append(text);
        }
        case '-' -> before.append(text);
        case '+' -> after.append(text);
        default -> throw new IllegalArgumentException(name + ": not a line of a change: " + line);
      }
    }
    changes.add(new Change(before.toString(), after.toString()));
    return new Mutant(name, error, source, changes, killers);
  }

  private static String field(String name, List<String> lines, int at, String start) {
    if (at >= lines.size() || !lines.get(at).startsWith(start)) {
      throw new IllegalArgumentException(
          "%s: line %d must begin with `%s`".formatted(name, at + 1, start));
    }
    return lines.get(at).substring(start.length()).strip();
  }

  /**
   * Returns the source text with the changes.
   *
   * @param text the source text as it is
   * @throws StaleMutant if lines to change are not in the text exactly once
   */
  String applyTo(String text) {
    String changed = text;
    for (Change change : changes) {
      // The lines are complete ones.
      String searched = "\n" + change.before();
      int at = changed.indexOf(searched);
      if (change.before().equals(change.after()) || at < 0) {
        throw new StaleMutant(this, "does not have these lines", change);
      }
      if (changed.indexOf(searched, at + 1) >= 0) {
        throw new StaleMutant(this, "has these lines more than once", change);
      }
      changed =
          changed.substring(0, at + 1) + change.after() + changed.substring(at + searched.length());
    }
    return changed;
  }

  /** A mutant that no longer fits to the source file that it changes. */
  static final class StaleMutant extends RuntimeException {
    private StaleMutant(Mutant mutant, String problem, Change change) {
      super(
          "stale mutant %s: %s %s:%n%s"
              .formatted(mutant.name(), mutant.source(), problem, change.before()));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
