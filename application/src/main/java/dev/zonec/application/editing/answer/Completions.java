package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.answer.Completion.Kind;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.ModuleReferences;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.grammar.parser.Expected;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.ParamTypeTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import dev.zonec.kubernetes.world.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the words that can be written at a position. */
public final class Completions {
  private static final List<String> TYPES = List.of("cidr", "cidr[]", "enum", "port", "string");

  private final ProgramState state;
  private final ModuleReferences module;
  private final Source source;
  private final Expected expected;
  private final DeployedNames deployed;
  private final Map<String, Completion> found = new LinkedHashMap<>();

  private Completions(
      ProgramState state, ModuleReferences module, Source source, Expected expected) {
    this.state = state;
    this.module = module;
    this.source = source;
    this.expected = expected;
    this.deployed = DeployedNames.of(state);
  }

  /**
   * Returns the words that can be written at {@code offset} of the source {@code file}, those from
   * the program and its manifests first, and of one kind in alphabetical order.
   */
  public static List<Completion> at(ProgramState state, Path file, int offset) {
    Optional<ModuleReferences> module = state.references().module(file);
    if (module.isEmpty()) {
      return List.of();
    }
    Source source = module.get().source(file).orElseThrow().getKey();
    Optional<Expected> expected = ZoneParsing.expected(source.text(), offset);
    if (expected.isEmpty()) {
      return List.of();
    }
    Completions completions = new Completions(state, module.get(), source, expected.get());
    if (!completions.hole()) {
      completions.run();
    }
    String written = expected.get().replaced().text().toLowerCase(Locale.ROOT);
    return completions.found.values().stream()
        .filter(each -> each.text().toLowerCase(Locale.ROOT).startsWith(written))
        .toList();
  }

  /** Adds the parameters after <code>${</code>, and returns whether the position is there. */
  private boolean hole() {
    String line = expected.replaced().source().content().substring(0, expected.replaced().end());
    int open = line.lastIndexOf("${");
    if (open < 0 || !line.substring(open + 2).matches("[A-Za-z0-9_-]*")) {
      return false;
    }
    declared(Kind.PARAM, module.params().values(), "");
    return true;
  }

  private void run() {
    for (Expected.Slot slot : expected.slots()) {
      switch (slot) {
        case PARTY -> parties();
        case ZONE -> zones();
        case SERVICE -> services();
        case POD_LABEL_KEY -> counted(Kind.LABEL_KEY, deployed.podKeys(), "workload");
        case POD_LABEL_VALUE ->
            expected
                .key()
                .ifPresent(key -> counted(Kind.LABEL_VALUE, deployed.podValues(key), "workload"));
        case NAMESPACE_LABEL_KEY -> counted(Kind.LABEL_KEY, deployed.namespaceKeys(), "namespace");
        case NAMESPACE_LABEL_VALUE ->
            expected
                .key()
                .ifPresent(
                    key -> counted(Kind.LABEL_VALUE, deployed.namespaceValues(key), "namespace"));
        case NAMESPACE -> counted(Kind.NAMESPACE, deployed.namespaces(), "workload");
        case PARAM -> declared(Kind.PARAM, module.params().values(), "");
        case PARAM_VALUE -> expected.key().ifPresent(this::paramValues);
        case TYPE -> TYPES.forEach(type -> add(Kind.VALUE, type, "", ""));
        case TIER -> declared(Kind.TIER, module.tiers().values(), "");
        case ASSERTION -> declared(Kind.ASSERTION, module.assertions().values(), "");
        case PATH -> paths();
        case NEW_NAME, OTHER -> {}
      }
    }
    expected.keywords().forEach(word -> add(Kind.KEYWORD, word, "", ""));
  }

  private void parties() {
    parties(module.parties().values(), "");
    aliases(imported -> imported.parties().values());
    parties(state.references().builtIns().parties().values(), "");
    add(Kind.EXTERNAL, "any", "everyone", "");
    add(Kind.EXTERNAL, "any-pod", "every pod", "");
    add(Kind.EXTERNAL, "apiserver", "the addresses of the API server", "");
    add(Kind.EXTERNAL, "nodes", "the addresses of the nodes", "");
  }

  private void parties(Collection<Declaration> declarations, String prefix) {
    for (Declaration each : sorted(declarations)) {
      declared(
          each.kind() == Declaration.Kind.ZONE ? Kind.ZONE : Kind.EXTERNAL, List.of(each), prefix);
    }
  }

  private void zones() {
    declared(
        Kind.ZONE,
        module.parties().values().stream()
            .filter(each -> each.kind() == Declaration.Kind.ZONE)
            .toList(),
        "");
  }

  /** Adds the imported names; the declarations of {@code some} modules decide which. */
  private void aliases(
      java.util.function.Function<ModuleReferences, Collection<Declaration>> some) {
    new TreeMap<>(module.imported())
        .forEach(
            (alias, imported) -> {
              for (Declaration each : sorted(some.apply(imported))) {
                declared(kind(each), List.of(each), alias + ".");
              }
            });
  }

  private static Kind kind(Declaration each) {
    return switch (each.kind()) {
      case ZONE -> Kind.ZONE;
      case EXTERNAL -> Kind.EXTERNAL;
      case SERVICE -> Kind.SERVICE;
      case ASSERTION -> Kind.ASSERTION;
      case PARAM -> Kind.PARAM;
      case TIER -> Kind.TIER;
      case MODULE, ALIAS -> Kind.ALIAS;
    };
  }

  private void services() {
    declared(Kind.SERVICE, module.services().values(), "");
    aliases(imported -> imported.services().values());
    declared(Kind.SERVICE, state.references().builtIns().services().values(), "");
    ports();
  }

  /** Adds the ports that containers declare, those of the flow's destination first. */
  private void ports() {
    Destinations destinations = new Destinations(state, deployed);
    Map<String, List<String>> owners = new LinkedHashMap<>();
    Stream.concat(
            destinations.before(source.text(), expected.replaced().start()),
            deployed.ports().sorted(Comparator.comparing(each -> each.workload().label())))
        .forEach(
            workload -> {
              for (Inventory.DeclaredPort port : workload.ports()) {
                List<String> names =
                    owners.computeIfAbsent(DeployedNames.written(port), each -> new ArrayList<>());
                String name =
                    workload.workload().label()
                        + (port.name().isEmpty() ? "" : " calls it " + port.name());
                if (!names.contains(name)) {
                  names.add(name);
                }
              }
            });
    owners.forEach((port, names) -> add(Kind.PORT, port, ShortList.of(names, 1), ""));
  }

  private void counted(Kind kind, Map<String, Integer> words, String noun) {
    words.forEach((word, count) -> add(kind, word, count == 0 ? "" : Counted.of(count, noun), ""));
  }

  private void paramValues(String name) {
    Declaration param = module.params().get(name);
    if (param != null
        && param.statement() instanceof Statement.Param declared
        && declared.type() instanceof ParamTypeTree.Choice(Word type, List<Word> values)) {
      values.forEach(value -> add(Kind.VALUE, value.text(), "", ""));
    }
  }

  private void declared(Kind kind, Collection<Declaration> declarations, String prefix) {
    for (Declaration each : sorted(declarations)) {
      add(
          kind,
          prefix + each.name(),
          kind == Kind.TIER ? "" : StatementText.head(each.statement()),
          String.join("\n", each.statement().docs()));
    }
  }

  private static List<Declaration> sorted(Collection<Declaration> declarations) {
    return declarations.stream().sorted(Comparator.comparing(Declaration::name)).toList();
  }

  private void paths() {
    if (!(source.location() instanceof Source.Location.OnDisk(Path file))) {
      return;
    }
    String written = expected.replaced().text().substring(1);
    int slash = written.lastIndexOf('/');
    try {
      Path folder = file.resolveSibling(slash < 0 ? "." : written.substring(0, slash + 1));
      if (!Files.isDirectory(folder)) {
        return;
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(
                each ->
                    Files.isDirectory(each) ? each.getFileName() + "/" : "" + each.getFileName())
            .filter(name -> !name.startsWith("."))
            .filter(name -> name.endsWith("/") || name.endsWith(".zone"))
            .sorted()
            .forEach(name -> add(Kind.FILE, "\"" + written.substring(0, slash + 1) + name, "", ""));
      }
    } catch (InvalidPathException | IOException e) {
      return;
    }
  }

  private void add(Kind kind, String text, String detail, String documentation) {
    found.putIfAbsent(text, new Completion(kind, text, detail, documentation, expected.replaced()));
  }
}
