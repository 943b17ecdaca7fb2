package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Cidr;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The names of one kind: those that a program declares, and those of the prelude.
 *
 * @param <T> the meaning of a name
 */
final class NameTable<T> {
  private final Kind kind;
  private final Map<String, Entry<T>> own = new LinkedHashMap<>();
  private final Map<String, Entry<T>> builtIn = new LinkedHashMap<>();

  NameTable(Kind kind) {
    this.kind = kind;
  }

  /**
   * A kind of names.
   *
   * @param noun the word for a named thing
   * @param syntax reports a declared name that is not valid
   * @param unknown the code for an unknown name
   * @param label the label for an unknown name, followed by the program's name
   * @param sample a declaration of {@code NAME} for helps; empty if there is no short one
   * @param familiar returns the help for a name that other tools use
   * @param neverMeant built-in names that are not proposed for a misspelled name
   */
  record Kind(
      String noun,
      BiConsumer<Word, Problems> syntax,
      Code unknown,
      String label,
      String sample,
      Function<String, Optional<String>> familiar,
      Set<String> neverMeant) {
    /** Copies the names. */
    Kind {
      neverMeant = Set.copyOf(neverMeant);
    }

    Kind(String noun, Code unknown, String label, String sample) {
      this(noun, NameSyntax::check, unknown, label, sample, name -> Optional.empty(), Set.of());
    }

    Diagnostic declaring(String name, Diagnostic problem) {
      return sample.isEmpty() || !NameSyntax.isName(name)
          ? problem
          : problem.help("declare it: `" + sample.replace("NAME", name) + "`");
    }
  }

  /** The declaration of a name. */
  record Entry<T>(T meaning, Word name) {}

  void declare(Word name, T meaning, Problems problems) {
    kind.syntax().accept(name, problems);
    Entry<T> first = own.putIfAbsent(name.text(), new Entry<>(meaning, name));
    if (first != null) {
      problems.add(
          Diagnostic.error(Code.ZC0201, name.span(), "`" + name + "` is declared twice")
              .labelled("declared again here")
              .also(first.name().span(), "first declared here"));
    }
  }

  void declareBuiltIn(Word name, T meaning) {
    builtIn.put(name.text(), new Entry<>(meaning, name));
  }

  /**
   * Returns the program's declarations in order. Of two declarations with one name, the first
   * counts.
   */
  Collection<Entry<T>> own() {
    return own.values();
  }

  /** Returns the prelude's declarations that the program does not replace. */
  Collection<Entry<T>> builtIn() {
    return builtIn.values().stream()
        .filter(entry -> !own.containsKey(entry.name().text()))
        .toList();
  }

  Optional<T> find(String name) {
    return entry(name).map(Entry::meaning);
  }

  /** Whether {@code name} is the first declaration of its name. */
  boolean isDeclaredAt(Word name) {
    return entry(name.text()).filter(e -> e.name().span().equals(name.span())).isPresent();
  }

  private Optional<Entry<T>> entry(String name) {
    Entry<T> entry = own.get(name);
    if (entry == null) {
      entry = builtIn.get(name);
    }
    return Optional.ofNullable(entry);
  }

  /** Returns the meaning of {@code name}, and reports an unknown name. */
  Optional<T> resolve(Word name, String module, Problems problems) {
    Optional<T> found = find(name.text());
    if (found.isEmpty()) {
      problems.add(unknown(name, module));
    }
    return found;
  }

  private Diagnostic unknown(Word name, String module) {
    Diagnostic problem =
        Diagnostic.error(kind.unknown(), name.span(), "unknown " + kind.noun() + " `" + name + "`")
            .labelled(kind.label() + " in " + module);
    if (Cidr.parse(name.text()).isPresent()) {
      return problem.help("declare it: `external NAME { cidr " + name + " }`");
    }
    Optional<String> familiar = kind.familiar().apply(name.text());
    if (familiar.isPresent() && NearestName.to(name.text(), own.keySet()).isEmpty()) {
      return problem.help(familiar.get());
    }
    List<String> others =
        builtIn.keySet().stream().filter(other -> !kind.neverMeant().contains(other)).toList();
    return NearestName.to(name.text(), own.keySet(), others)
        .map(near -> meant(name, near, problem))
        .orElseGet(() -> kind.declaring(name.text(), problem));
  }

  private Diagnostic meant(Word name, String near, Diagnostic problem) {
    Entry<T> entry = own.get(near);
    return entry == null
        ? problem.help("did you mean `" + near + "`? it is built in", name.span(), near)
        : problem
            .also(entry.name().span(), "`" + near + "` is declared here")
            .help("did you mean `" + near + "`?", name.span(), near);
  }
}
