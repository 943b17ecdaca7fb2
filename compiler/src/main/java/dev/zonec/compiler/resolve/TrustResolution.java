package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.TrustLevel;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.program.LabelSetter;
import dev.zonec.model.program.LabelTrust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves {@code trust label} statements. */
final class TrustResolution {
  private TrustResolution() {}

  static LabelTrust resolve(List<Statement.Trust> statements, Problems problems) {
    Map<String, Word> first = new HashMap<>();
    SortedMap<String, LabelTrust.Level> levels = new TreeMap<>();
    SortedMap<String, List<LabelSetter>> setters = new TreeMap<>();
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
        setters.put(key.text(), setters(statement, problems));
      }
    }
    setters.values().removeIf(List::isEmpty);
    return new LabelTrust(levels, setters);
  }

  private static List<LabelSetter> setters(Statement.Trust statement, Problems problems) {
    if (!statement.setters().isEmpty() && statement.level() != TrustLevel.ADMIN_ONLY) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0242,
                  statement.setters().getFirst().name().span(),
                  "only an `admin-only` label names who may set it")
              .labelled("`" + statement.level().word() + "` has no `by`")
              .help("delete `by`, or write `admin-only`"));
      return List.of();
    }
    List<LabelSetter> setters = new ArrayList<>();
    statement.setters().forEach(each -> setter(each, problems).ifPresent(setters::add));
    return setters;
  }

  private static Optional<LabelSetter> setter(
      dev.zonec.grammar.tree.LabelSetter setter, Problems problems) {
    String name = setter.name().text();
    return switch (setter.kind()) {
      case USER -> Optional.of(new LabelSetter.User(name));
      case GROUP -> Optional.of(new LabelSetter.Group(name));
      case NAMESPACE -> {
        if (!LabelSyntax.isDnsLabel(name)) {
          problems.add(
              Diagnostic.error(
                  Code.ZC0207,
                  setter.name().span(),
                  "`" + name + "` is not a valid name for a namespace"));
          yield Optional.empty();
        }
        yield Optional.of(new LabelSetter.InNamespace(name));
      }
      case SERVICEACCOUNT -> {
        int slash = name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1 || name.indexOf('/', slash + 1) >= 0) {
          problems.add(
              Diagnostic.error(
                      Code.ZC0243,
                      setter.name().span(),
                      "a service account is named `NAMESPACE/NAME`, and not `" + name + "`")
                  .help("write `serviceaccount NAMESPACE/NAME`"));
          yield Optional.empty();
        }
        yield Optional.of(
            new LabelSetter.ServiceAccount(name.substring(0, slash), name.substring(slash + 1)));
      }
    };
  }

  private static LabelTrust.Level level(TrustLevel level) {
    return switch (level) {
      case TENANT -> LabelTrust.Level.TENANT;
      case ADMIN_ONLY -> LabelTrust.Level.ADMIN_ONLY;
      case IMMUTABLE -> LabelTrust.Level.IMMUTABLE;
    };
  }
}
