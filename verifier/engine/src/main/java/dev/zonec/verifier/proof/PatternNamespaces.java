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
 * The namespaces that the patterns of a program are about: those that are declared and match, and
 * stand-ins for all that are yet to come.
 *
 * <p>Three stand-ins are enough for any number: in a path the namespace that an assertion is about
 * is the first, and the others take turns as the second and the third, so that neighbours differ
 * iff they do. A namespace may match several selectors, so there are three for each combination.
 *
 * @param program the program, with its patterns
 * @param selectors the selectors of the patterns, each once
 * @param members for each pattern the declared namespaces that match, and those that are known to
 *     be taken for members though no manifest declares them
 * @param declared every declared namespace
 * @param combinations for each combination of selectors its stand-ins; none where only declared
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
   * @param matching those that they match
   * @param names three of them
   */
  public record Combination(Set<Selector> matching, List<String> names) {
    /** Copies the collections. */
    public Combination {
      matching = Set.copyOf(matching);
      names = List.copyOf(names);
    }
  }

  /** The namespaces of {@code program} in {@code world}. */
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

  private static SortedSet<String> declared(World world, Selector matching) {
    return world.namespaces().stream()
        .filter(namespace -> namespace.declared() && matching.matches(namespace.labels()))
        .map(Namespace::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Everything that is called something, by policies, manifests or the program. */
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

  /** What is named in {@code world} or the program, not declared, and taken for no member. */
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

  /** The same where {@code more} are members too, for each pattern. */
  public PatternNamespaces with(List<SortedSet<String>> more) {
    List<SortedSet<String>> all = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      SortedSet<String> both = new TreeSet<>(members.get(i));
      both.addAll(more.get(i));
      all.add(both);
    }
    return new PatternNamespaces(program, selectors, all, declared, combinations);
  }

  /** The same where no namespace is yet to come. */
  public PatternNamespaces withoutStandIns() {
    return new PatternNamespaces(program, selectors, members, declared, List.of());
  }

  /** The stand-ins of each pattern. */
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

  /** The stand-ins that match {@code selector} and no other one. */
  public Set<String> standInsOfOnly(Selector selector) {
    return combinations.stream()
        .filter(combination -> combination.matching().equals(Set.of(selector)))
        .flatMap(combination -> combination.names().stream())
        .collect(Collectors.toSet());
  }

  /** Every stand-in. */
  public SortedSet<String> standIns() {
    SortedSet<String> all = new TreeSet<>();
    combinations.forEach(combination -> all.addAll(combination.names()));
    return all;
  }

  /**
   * The program written out. Assertions are made of each namespace that is there and of one of
   * those to come: they are alike.
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
   * Pods that are taken not to exist: in a namespace that matches and is no member, as only members
   * are there beside those that stand-ins stand for; and in a stand-in with other labels than it
   * should have.
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
    Span span = program.patterns().getFirst().span();
    return List.of(new Party.Zone("elsewhere", new PodSet(terms), false, Party.Denied.BOTH, span));
  }

  private static PodSet.Term in(SortedSet<String> names, Selector labels) {
    return new PodSet.Term(new NamespaceSet.Named(names, labels), Selector.EVERYTHING);
  }

  private static Selector only(Requirement requirement) {
    return new Selector(List.of(requirement));
  }
}
