package dev.zonec.compiler.param;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.param.ParamDeclaration.Default;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.NameSyntax;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.tree.ParamDefaultTree;
import dev.zonec.grammar.tree.ParamTypeTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Resolves the {@code param} statements of a module. */
final class ParamDeclarations {
  private static final List<String> TYPES = List.of("cidr[]", "enum(a, b)", "port", "string");
  private static final List<String> TYPE_NAMES = List.of("cidr", "enum", "port", "string");

  /** Helps for the names that other languages have for types. */
  private static final Map<String, String> OTHER_TYPES =
      Map.ofEntries(
          Map.entry("bool", "write `enum(true, false)`"),
          Map.entry("boolean", "write `enum(true, false)`"),
          Map.entry("list", "write `cidr[]` for address blocks; there are no other lists"),
          Map.entry("set", "write `cidr[]` for address blocks; there are no other lists"),
          Map.entry("ip", "write `cidr[]`"),
          Map.entry("ips", "write `cidr[]`"),
          Map.entry("cidrs", "write `cidr[]`"),
          Map.entry("int", "write `port` for a port number, and `string` for anything else"),
          Map.entry("integer", "write `port` for a port number, and `string` for anything else"),
          Map.entry("number", "write `port` for a port number, and `string` for anything else"),
          Map.entry("ports", "write `port`; each port is a parameter of its own"),
          Map.entry("namespace", "write `string`"),
          Map.entry("str", "write `string`"),
          Map.entry("text", "write `string`"));

  private final Problems problems;

  ParamDeclarations(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns the parameters of {@code module} by name. Of two declarations with one name, the first
   * counts.
   */
  Map<String, ParamDeclaration> of(LoadedModule module) {
    Map<String, ParamDeclaration> declared = new LinkedHashMap<>();
    module.sources().stream()
        .flatMap(source -> source.statements().stream())
        .filter(Statement.Param.class::isInstance)
        .map(Statement.Param.class::cast)
        .forEach(param -> declare(param, declared));
    return declared;
  }

  private void declare(Statement.Param param, Map<String, ParamDeclaration> declared) {
    Word name = param.name();
    NameSyntax.check(name, problems);
    Optional<ParamDeclaration> resolved = type(param.type()).map(type -> declaration(param, type));
    ParamDeclaration first = declared.get(name.text());
    if (first != null) {
      problems.add(
          Diagnostic.error(Code.ZC0201, name.span(), "`" + name + "` is declared twice")
              .labelled("declared again here")
              .also(first.span(), "first declared here"));
    } else {
      resolved.ifPresent(declaration -> declared.put(name.text(), declaration));
    }
  }

  private ParamDeclaration declaration(Statement.Param param, ParamType type) {
    String name = param.name().text();
    ParamValues values = new ParamValues(problems);
    Default standard =
        switch (param.value()) {
          case ParamDefaultTree.None() -> new Default.None();
          case ParamDefaultTree.One(Word word) when type instanceof ParamType.Blocks -> {
            problems.add(
                Diagnostic.error(
                        Code.ZC0111,
                        word.span(),
                        "the parameter `" + name + "` is a list of blocks")
                    .help("write `[" + word + "]`"));
            yield new Default.None();
          }
          case ParamDefaultTree.One(Word word) ->
              standard(values.resolve(name, type, List.of(word), word.span(), false));
          case ParamDefaultTree.Listed(List<Word> words, var nodeSpan) ->
              standard(values.resolve(name, type, words, nodeSpan.span(), true));
        };
    return new ParamDeclaration(name, type, standard, param.name().span());
  }

  private static Default standard(Optional<ParamValue> value) {
    return value.<Default>map(Default.Of::new).orElseGet(Default.None::new);
  }

  private Optional<ParamType> type(ParamTypeTree tree) {
    Optional<ParamType> type =
        switch (tree) {
          case ParamTypeTree.Choice(Word name, List<Word> values) when name.text().equals("enum") ->
              Optional.of(new ParamType.Choice(choices(values)));
          case ParamTypeTree.ListOf(Word name) when name.text().equals("cidr") ->
              Optional.of(new ParamType.Blocks());
          case ParamTypeTree.Plain(Word name) when name.text().equals("string") ->
              Optional.of(new ParamType.Text());
          case ParamTypeTree.Plain(Word name) when name.text().equals("port") ->
              Optional.of(new ParamType.Port());
          case ParamTypeTree other -> Optional.empty();
        };
    if (type.isEmpty()) {
      problems.add(unknown(tree.name()));
    }
    return type;
  }

  private List<String> choices(List<Word> words) {
    Map<String, Word> values = new LinkedHashMap<>();
    for (Word word : words) {
      Word first = values.putIfAbsent(word.text(), word);
      if (first != null) {
        problems.add(
            Diagnostic.error(Code.ZC0201, word.span(), "the value `" + word + "` occurs twice")
                .labelled("again here")
                .also(first.span(), "first here"));
      }
    }
    return List.copyOf(values.keySet());
  }

  private static Diagnostic unknown(Word name) {
    Diagnostic problem =
        Diagnostic.error(Code.ZC0115, name.span(), "unknown type `" + name + "`")
            .labelled("one of " + String.join(", ", TYPES));
    int known = TYPE_NAMES.indexOf(name.text());
    if (known >= 0) {
      return Diagnostic.error(
              Code.ZC0115, name.span(), "the type `" + name + "` is not written like this")
          .help("write `" + TYPES.get(known) + "`");
    }
    String help = OTHER_TYPES.get(name.text().toLowerCase(Locale.ROOT));
    if (help != null) {
      return problem.help(help);
    }
    return NearestName.to(name.text(), TYPE_NAMES)
        .map(
            nearest ->
                problem.help(
                    "did you mean `" + TYPES.get(TYPE_NAMES.indexOf(nearest)) + "`?",
                    name.span(),
                    nearest))
        .orElse(problem.help("write `string`, or `enum(a, b)` with the possible values"));
  }
}
