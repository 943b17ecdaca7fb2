package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PatternInstances;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The namespaces that the patterns of a program apply to: the declared namespaces that match, and
 * stand-ins for all namespaces that are yet to come (spec/verification.md, Namespaces to come).
 *
 * <p>Three stand-ins represent any number of namespaces. On a path, the first stand-in represents
 * the namespace that the assertion is about. The other namespaces are mapped to the second and the
 * third, so that two neighbours on the path are in the same stand-in if and only if they are in the
 * same namespace. A namespace can match several selectors, so there are three stand-ins for each
 * combination of selectors.
 *
 * @param program the program, with its patterns
 * @param selectors the selectors of the patterns, each once
 * @param members for each pattern, the declared namespaces that match, and other namespaces that
 *     are known to be members although no manifest declares them
 * @param declared every declared namespace
 * @param combinations the stand-ins for each combination of selectors; none if only declared
 *     namespaces exist
 */
public record PatternNamespaces(
    ZoneProgram program,
    List<Selector> selectors,
    List<SortedSet<String>> members,
    SortedSet<String> declared,
    List<Combination> combinations) {
  private static final int STAND_INS = 3;

  /** Copies the lists. */
  public PatternNamespaces {
    selectors = List.copyOf(selectors);
    members = List.copyOf(members);
    combinations = List.copyOf(combinations);
  }

  /**
   * Namespaces to come that match some selectors and none of the others.
   *
   * @param matching the selectors that they match
   * @param names the names of the three stand-ins
   */
  public record Combination(Set<Selector> matching, List<String> names) {
    /** Copies the collections. */
    public Combination {
      matching = Set.copyOf(matching);
      names = List.copyOf(names);
    }
  }

  /** Returns the namespaces for the patterns of {@code program} in {@code world}. */
  public static PatternNamespaces of(ZoneProgram program, World world) {
    List<Selector> selectors =
        program.patterns().stream().map(Pattern::namespaces).distinct().toList();
    SortedSet<String> declared = declared(world, Selector.EVERYTHING);
    List<SortedSet<String>> members =
        program.patterns().stream().map(pattern -> declared(world, pattern.namespaces())).toList();
    List<Combination> combinations =
        program.namespacesDeclared() || selectors.isEmpty()
            ? List.of()
            : combinations(selectors, named(program, world));
    return new PatternNamespaces(program, selectors, members, declared, combinations);
  }

  /** Returns the names of the declared namespaces whose labels match. */
  private static SortedSet<String> declared(World world, Selector matching) {
    return world.namespaces().stream()
        .filter(namespace -> namespace.declared() && matching.matches(namespace.labels()))
        .map(Namespace::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns every namespace that a policy, a manifest or the program names. */
  private static SortedSet<String> named(ZoneProgram program, World world) {
    SortedSet<String> names = new TreeSet<>();
    new VocabularyBuilder()
        .add(world)
        .add(program)
        .build(program.cluster(), false)
        .namespaces()
        .forEach(known -> names.add(known.namespace().name()));
    return names;
  }

  /**
   * Returns the namespaces that {@code world} or the program names, that are not declared, and that
   * are not members.
   */
  public SortedSet<String> namedOnly(World world) {
    SortedSet<String> names = named(program, world);
    names.removeAll(declared);
    names.removeAll(standIns());
    for (SortedSet<String> some : members) {
      names.removeAll(some);
    }
    return names;
  }

  private static List<Combination> combinations(List<Selector> selectors, Set<String> named) {
    Set<String> taken = new TreeSet<>(named);
    List<Combination> combinations = new ArrayList<>();
    for (int chosen = 1; chosen < 1 << selectors.size(); chosen++) {
      Set<Selector> matching = new LinkedHashSet<>();
      for (int i = 0; i < selectors.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          matching.add(selectors.get(i));
        }
      }
      List<String> names = new ArrayList<>();
      for (int i = 1; names.size() < STAND_INS; i++) {
        String name = "new-namespace-" + i;
        if (taken.add(name)) {
          names.add(name);
        }
      }
      combinations.add(new Combination(matching, names));
    }
    return combinations;
  }

  /** Returns the namespaces with additional members for each pattern. */
  public PatternNamespaces with(List<SortedSet<String>> more) {
    List<SortedSet<String>> all = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      SortedSet<String> both = new TreeSet<>(members.get(i));
      both.addAll(more.get(i));
      all.add(both);
    }
    return new PatternNamespaces(program, selectors, all, declared, combinations);
  }

  /** Returns the namespaces without stand-ins. */
  public PatternNamespaces withoutStandIns() {
    return new PatternNamespaces(program, selectors, members, declared, List.of());
  }

  /** Returns the names of the stand-ins of each pattern. */
  public List<SortedSet<String>> standInsByPattern() {
    List<SortedSet<String>> all = new ArrayList<>();
    for (Pattern pattern : program.patterns()) {
      SortedSet<String> names = new TreeSet<>();
      combinations.stream()
          .filter(combination -> combination.matching().contains(pattern.namespaces()))
          .forEach(combination -> names.addAll(combination.names()));
      all.add(names);
    }
    return all;
  }

  /** Returns the names of the stand-ins that match {@code selector} and no other selector. */
  public Set<String> standInsOfOnly(Selector selector) {
    return combinations.stream()
        .filter(combination -> combination.matching().equals(Set.of(selector)))
        .flatMap(combination -> combination.names().stream())
        .collect(Collectors.toSet());
  }

  /** Returns the names of all stand-ins. */
  public SortedSet<String> standIns() {
    SortedSet<String> all = new TreeSet<>();
    combinations.forEach(combination -> all.addAll(combination.names()));
    return all;
  }

  /**
   * Returns the program with its patterns written out. There is an instance of each assertion for
   * every member and for one stand-in of each combination, because the stand-ins of a combination
   * are alike.
   */
  public ZoneProgram instances() {
    List<PatternInstances.Namespaces> namespaces = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Selector selector = program.patterns().get(i).namespaces();
      SortedSet<String> all = new TreeSet<>(members.get(i));
      SortedSet<String> claimed = new TreeSet<>(members.get(i));
      for (Combination combination : combinations) {
        if (combination.matching().contains(selector)) {
          all.addAll(combination.names());
          claimed.add(combination.names().getFirst());
        }
      }
      namespaces.add(new PatternInstances.Namespaces(all, claimed));
    }
    return PatternInstances.of(program, namespaces);
  }

  /**
   * Returns parties whose pods are assumed not to exist: pods in a namespace that matches a
   * selector but is neither a member nor a stand-in, and pods in a stand-in whose labels do not
   * match its combination.
   */
  List<Party> excluded() {
    List<PodSet.Term> terms = new ArrayList<>();
    for (Selector selector : selectors) {
      SortedSet<String> known = new TreeSet<>(declared);
      known.addAll(standIns());
      for (int i = 0; i < members.size(); i++) {
        if (program.patterns().get(i).namespaces().equals(selector)) {
          known.addAll(members.get(i));
        }
      }
      Selector others = selector.and(NamespaceScope.otherThan(known));
      terms.add(new PodSet.Term(new NamespaceSet.Selected(others), Selector.EVERYTHING));
      for (Combination combination : combinations) {
        SortedSet<String> names = new TreeSet<>(combination.names());
        if (!combination.matching().contains(selector)) {
          terms.add(in(names, selector));
        } else {
          selector.requirements().forEach(asked -> terms.add(in(names, only(asked.negated()))));
        }
      }
    }
    return List.of(
        new Party.Zone("elsewhere", new PodSet(terms), false, Party.Denied.BOTH, Span.NOWHERE));
  }

  private static PodSet.Term in(SortedSet<String> names, Selector labels) {
    return new PodSet.Term(new NamespaceSet.Named(names, labels), Selector.EVERYTHING);
  }

  private static Selector only(Requirement requirement) {
    return new Selector(List.of(requirement));
  }
}
