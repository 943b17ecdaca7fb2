package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Cidr;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The names of one kind that a program declares, over those of the prelude.
 *
 * @param <T> what a name stands for
 */
final class NameTable<T> {
  private final Kind kind;
  private final Map<String, Entry<T>> own = new LinkedHashMap<>();
  private final Map<String, Entry<T>> builtIn = new LinkedHashMap<>();

  NameTable(Kind kind) {
    this.kind = kind;
  }

  /**
   * What the names of a table name.
   *
   * @param noun what it is called
   * @param unknown the code of a name that is not there
   * @param label what stands beside the caret of one that is not there, before the program's name
   * @param sample a declaration of {@code NAME}; empty where there is no short one
   * @param familiar what to write for a name that other tools have
   * @param neverMeant built-in names that are not proposed for a misspelled one
   */
  record Kind(
      String noun,
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
      this(noun, unknown, label, sample, name -> Optional.empty(), Set.of());
    }

    Diagnostic declaring(String name, Diagnostic problem) {
      return sample.isEmpty() || !NameSyntax.isName(name)
          ? problem
          : problem.help("declare it: `" + sample.replace("NAME", name) + "`");
    }
  }

  /** A name's declaration. */
  record Entry<T>(T meaning, Word name) {}

  void declare(Word name, T meaning, Problems problems) {
    NameSyntax.check(name, problems);
    Entry<T> first = own.putIfAbsent(name.text(), new Entry<>(meaning, name));
    if (first != null) {
      problems.add(
          Diagnostic.error(Code.ZC0201, name.span(), "`" + name + "` is declared twice")
              .note("it is first declared at " + first.name().span().fileAndLine()));
    }
  }

  void declareBuiltIn(Word name, T meaning) {
    builtIn.put(name.text(), new Entry<>(meaning, name));
  }

  /** What the program declares, in order; a name that it declares twice counts once. */
  Collection<Entry<T>> own() {
    return own.values();
  }

  /** What the prelude declares and the program does not. */
  Collection<Entry<T>> builtIn() {
    return builtIn.values().stream()
        .filter(entry -> !own.containsKey(entry.name().text()))
        .toList();
  }

  Optional<T> find(String name) {
    return entry(name).map(Entry::meaning);
  }

  /** Whether {@code name} stands where it is declared, and first. */
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

  /** What {@code name} stands for; reported where it is nothing. */
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
        .map(near -> problem.help("did you mean `" + near + "`? " + declaredAt(near, name.span())))
        .orElseGet(() -> kind.declaring(name.text(), problem));
  }

  private String declaredAt(String near, Span use) {
    Entry<T> entry = own.get(near);
    if (entry == null) {
      return "it is built in";
    }
    Span there = entry.name().span();
    boolean here = there.source().equals(use.source());
    return "it is declared at " + (here ? "line " + there.line() : there.fileAndLine());
  }
}
