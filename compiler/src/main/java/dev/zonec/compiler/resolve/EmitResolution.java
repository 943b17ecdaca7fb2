package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.EmitEntry;
import dev.zonec.grammar.tree.Statement.EmitKind;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.label.LabelSyntax;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Resolves {@code emit} statements, with the rules of the API server for labels and annotations.
 */
final class EmitResolution {
  /** The greatest size of all annotations of an object, in bytes (apimachinery, validation). */
  private static final int SERVER_LIMIT = 262_144;

  /** The size that is reserved for zonec's own annotations, in bytes. */
  private static final int OWN = 65_536;

  private final Problems problems;

  private EmitResolution(Problems problems) {
    this.problems = problems;
  }

  static EmitDeclaration resolve(List<Statement.Emit> statements, Problems problems) {
    DuplicateClauses.check("`emit`", statements, problems);
    if (statements.isEmpty()) {
      return EmitDeclaration.NOTHING;
    }
    EmitResolution resolution = new EmitResolution(problems);
    Statement.Emit statement = statements.getFirst();
    SortedMap<String, String> labels = resolution.entries(statement, EmitKind.LABELS);
    SortedMap<String, String> annotations = resolution.entries(statement, EmitKind.ANNOTATIONS);
    resolution.checkSize(statement, annotations);
    return new EmitDeclaration(labels, annotations);
  }

  private SortedMap<String, String> entries(Statement.Emit statement, EmitKind kind) {
    List<EmitEntry> all =
        statement.clauses().stream()
            .filter(clause -> clause.kind() == kind)
            .flatMap(clause -> clause.entries().stream())
            .toList();
    SortedMap<String, String> entries = new TreeMap<>();
    for (EmitEntry entry : all) {
      entries.putIfAbsent(entry.key().text(), entry.value().text());
      checkKey(entry.key(), kind);
      if (kind == EmitKind.LABELS && !LabelSyntax.isValue(entry.value().text())) {
        problems.add(SelectorResolution.notAValue(entry.value()));
      }
    }
    for (String key : entries.keySet()) {
      DuplicateClauses.check(
          "`" + key + "`",
          all.stream().filter(entry -> entry.key().text().equals(key)).toList(),
          problems);
    }
    return entries;
  }

  private void checkKey(Word key, EmitKind kind) {
    // Upper-case letters are valid in the prefix of an annotation's key, but not of a label's.
    String checked =
        kind == EmitKind.ANNOTATIONS ? key.text().toLowerCase(Locale.ROOT) : key.text();
    if (!LabelSyntax.isKey(checked)) {
      problems.add(SelectorResolution.notAKey(key));
    } else if (isReserved(checked)) {
      problems.add(
          Diagnostic.error(Code.ZC0225, key.span(), "`" + key + "` is written by zonec itself")
              .help("choose another key, such as one under a domain of yours"));
    }
  }

  /** Whether zonec uses the key, to recognize generated policies or to describe them. */
  private static boolean isReserved(String key) {
    return key.equals("app.kubernetes.io/managed-by")
        || key.startsWith("zonec.dev/")
        || key.substring(0, Math.max(0, key.indexOf('/'))).endsWith(".zonec.dev");
  }

  private void checkSize(Statement.Emit statement, SortedMap<String, String> annotations) {
    int size =
        annotations.entrySet().stream()
            .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
            .sum();
    if (size > SERVER_LIMIT - OWN) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0226,
                  statement.span(),
                  "the annotations are " + size + " bytes, more than a policy can carry")
              .note("Kubernetes takes 256 KiB of annotations an object, and zonec writes some too")
              .help("shorten the values"));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
