package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.StepSearch;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.PathFormulas;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The search level by level agrees with the search over listed steps. */
final class LevelSearchProperty {
  private static int direct;
  private static int longer;
  private static int none;
  private static int contradictory;

  /** A world, a program, and a question about them. */
  private record Case(
      World world, ZoneProgram program, Vocabulary vocabulary, Relations relations) {
    private static final ExcludedPods NONE = new ExcludedPods(List.of());

    static Case of(RandomCase random) {
      World world = random.world();
      ZoneProgram program = random.program();
      return of(
          world,
          program,
          new VocabularyBuilder()
              .add(world)
              .add(program)
              .build(program.cluster(), program.namespacesDeclared()));
    }

    static Case of(World world, ZoneProgram program, Vocabulary vocabulary) {
      BoxSpace space = new BoxSpace(vocabulary);
      return new Case(
          world, program, vocabulary, new Relations(space, program, world, Reading.MAY, NONE));
    }

    Z3Checker checker() {
      return new Z3Checker(vocabulary, world.workloads(), Deadline.never());
    }

    PathFinder finder(Z3Checker checker) {
      Replay replay =
          new Replay(
              world, program, Reading.MAY, NONE, new WornLabels(vocabulary, SettableLabels.NONE));
      return new PathFinder(relations, world.workloads(), checker, replay, Deadline.never());
    }
  }

  @AfterContainer
  static void everyAnswerOccurred() {
    assertThat(direct).isGreaterThan(20);
    assertThat(longer).isGreaterThan(3);
    assertThat(none).isGreaterThan(10);
    assertThat(contradictory).isPositive();
  }

  @Property(tries = 80)
  void bothSearchesAgree(@ForAll long seed) {
    Case drawn = Case.of(new RandomCase(seed, false));
    try (Z3Checker checker = drawn.checker()) {
      PathFinder finder = drawn.finder(checker);
      if (!finder.listed().exact()) {
        return;
      }
      for (PathQuestion question : questions(drawn.program(), new Random(seed))) {
        compare(question, drawn.relations(), finder, checker);
      }
    }
  }

  /**
   * With unknown labels, there is a path if and only if there is one for some values of the labels.
   */
  @Property(tries = 90)
  void aPathWithUnknownLabelsExistsForSomeValues(@ForAll long seed) {
    Random random = new Random(seed);
    World world = UnknownNamespaces.world(random);
    ZoneProgram program = UnknownNamespaces.program();
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), false);
    Case drawn = Case.of(world, program, vocabulary);
    Relations relations = drawn.relations();
    List<Relations> fixed =
        NamespaceWorlds.of(vocabulary).orElseThrow().stream()
            .map(one -> Case.of(world, program, one).relations())
            .toList();
    try (Z3Checker checker = drawn.checker()) {
      PathFinder finder = drawn.finder(checker);
      for (PathQuestion question : questions(program, random)) {
        int expected =
            fixed.stream().mapToInt(one -> hops(listed(question, one))).min().orElseThrow();
        contradictory += hops(listed(question, relations)) < expected ? 1 : 0;
        switch (finder.byLevels(question.formulas(relations), question.within())) {
          case PathFinder.Result.Path(List<Hop> hops) -> assertThat(hops).hasSize(expected);
          case PathFinder.Result.None(LevelSearch.Result.NoPath why) -> {
            assertThat(expected).isEqualTo(Integer.MAX_VALUE);
            assertThat(proved(question, relations, checker, PathInvariants.of(why)))
                .isInstanceOf(Verdict.Proved.class);
          }
          case PathFinder.Result.Shorter none -> throw new AssertionError("no hop");
          case PathFinder.Result.NoneListed reached ->
              throw new AssertionError("nothing was listed");
          case PathFinder.Result.Unknown(String reason) -> throw new AssertionError(reason);
        }
      }
    }
  }

  /** A search for several targets finds paths of the same length as one search for each target. */
  @Property(tries = 60)
  void oneSearchFindsAShortestPathToEachTarget(@ForAll long seed) {
    Case drawn = Case.of(new RandomCase(seed, false));
    Relations relations = drawn.relations();
    List<Party> parties = new ArrayList<>(drawn.program().zones());
    parties.addAll(drawn.program().externals());
    try (Z3Checker checker = drawn.checker()) {
      PathFinder finder = drawn.finder(checker);
      for (Party from : parties) {
        Formula starts = new Formula.InParty(Formula.End.SOURCE, from);
        List<Formula> ends =
            parties.stream()
                .<Formula>map(to -> new Formula.InParty(Formula.End.DESTINATION, to))
                .toList();
        PathFormulas all =
            PathFormulas.toEachTarget(
                ends, relations.mayAllow(), starts, relations.sourceIsRelay());
        List<Integer> together =
            finder.toEach(all, 1, Integer.MAX_VALUE).stream()
                .map(LevelSearchProperty::hops)
                .toList();
        List<Integer> alone = new ArrayList<>();
        for (Party to : parties) {
          PathFormulas one =
              PathFormulas.toTarget(
                  new Formula.InParty(Formula.End.DESTINATION, to),
                  new Formula.InParty(Formula.End.SOURCE, to),
                  relations.mayAllow(),
                  starts,
                  relations.sourceIsRelay());
          alone.add(hops(finder.byLevels(one, OptionalInt.empty())));
        }
        assertThat(together).as(from.name()).isEqualTo(alone);
      }
    }
  }

  private static int hops(PathFinder.Result found) {
    return found instanceof PathFinder.Result.Path(List<Hop> hops)
        ? hops.size()
        : Integer.MAX_VALUE;
  }

  private static Optional<BoxPath> listed(PathQuestion question, Relations relations) {
    BoxSpace space = relations.space();
    List<Box> relays = new Relays(space, relations.program()).boxes();
    return new StepSearch(space, Steps.enforced(space, relations.enforcement()))
        .from(
            question.from().boxes(relations),
            space.minus(relays, space.parties(question.via())),
            question.within().orElse(Integer.MAX_VALUE))
        .shortestTo(question.to().boxes(relations));
  }

  private static int hops(Optional<BoxPath> path) {
    return path.map(p -> p.steps().size()).orElse(Integer.MAX_VALUE);
  }

  private static List<PathQuestion> questions(ZoneProgram program, Random random) {
    List<Party> parties = new ArrayList<>(program.zones());
    parties.addAll(program.externals());
    List<PathQuestion> questions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Party> via = random.nextInt(4) == 0 ? List.of(one(parties, random)) : List.of();
      questions.add(
          PathQuestion.of(
              new Assertion.NoPath(
                  "a" + i,
                  List.of(one(parties, random)),
                  List.of(one(parties, random)),
                  via,
                  random.nextInt(3) == 0
                      ? OptionalInt.of(1 + random.nextInt(3))
                      : OptionalInt.empty(),
                  program.zones().getFirst().span())));
    }
    return questions;
  }

  private static Party one(List<Party> parties, Random random) {
    return parties.get(random.nextInt(parties.size()));
  }

  private static void compare(
      PathQuestion question, Relations relations, PathFinder finder, Z3Checker checker) {
    PathFinder.Result listed = finder.path(question);
    PathFinder.Result byLevels = finder.byLevels(question.formulas(relations), question.within());
    switch (byLevels) {
      case PathFinder.Result.Path(List<Hop> hops) -> {
        assertThat(listed).isInstanceOf(PathFinder.Result.Path.class);
        assertThat(hops).hasSameSizeAs(((PathFinder.Result.Path) listed).hops());
        direct += hops.size() == 1 ? 1 : 0;
        longer += hops.size() > 1 ? 1 : 0;
      }
      case PathFinder.Result.None(LevelSearch.Result.NoPath why) -> {
        none++;
        assertThat(proved(question, relations, checker, PathInvariants.of(why)))
            .isInstanceOf(Verdict.Proved.class);
        // If the path over listed steps needs two labels of one namespace, the level search
        // decides.
        assertThat(listed).isNotInstanceOf(PathFinder.Result.Path.class);
      }
      case PathFinder.Result.Shorter none -> throw new AssertionError("no hop");
      case PathFinder.Result.NoneListed reached -> throw new AssertionError("nothing was listed");
      case PathFinder.Result.Unknown(String reason) -> throw new AssertionError(reason);
    }
  }

  private static Verdict proved(
      PathQuestion question, Relations relations, Z3Checker checker, PathInvariants invariants) {
    try (ParallelQuestions small = new ParallelQuestions(checker)) {
      return new PathInvariantProof(question, relations, checker, small).check(invariants);
    }
  }
}
