package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.TrustLevel;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.program.LabelTrust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves {@code trust label} statements. */
final class TrustResolution {
  private TrustResolution() {}

  static LabelTrust resolve(List<Statement.Trust> statements, Problems problems) {
    Map<String, Word> first = new HashMap<>();
    SortedMap<String, LabelTrust.Level> levels = new TreeMap<>();
    for (Statement.Trust statement : statements) {
      Word key = statement.key();
      if (!LabelSyntax.isKey(key.text())) {
        problems.add(SelectorResolution.notAKey(key));
        continue;
      }
      Word before = first.putIfAbsent(key.text(), key);
      if (before != null) {
        problems.add(
            Diagnostic.error(Code.ZC0201, key.span(), "`trust label " + key + "` is declared twice")
                .labelled("declared again here")
                .also(before.span(), "first declared here"));
      } else if (key.text().equals(Namespace.NAME_LABEL)
          && statement.level() != TrustLevel.IMMUTABLE) {
        problems.add(
            Diagnostic.error(Code.ZC0220, key.span(), "`" + key + "` is immutable")
                .labelled("the API server sets it to the namespace's name")
                .help("delete the statement, or write `immutable`"));
      } else {
        levels.put(key.text(), level(statement.level()));
      }
    }
    return new LabelTrust(levels);
  }

  private static LabelTrust.Level level(TrustLevel level) {
    return switch (level) {
      case TENANT -> LabelTrust.Level.TENANT;
      case ADMIN_ONLY -> LabelTrust.Level.ADMIN_ONLY;
      case IMMUTABLE -> LabelTrust.Level.IMMUTABLE;
    };
  }
}
