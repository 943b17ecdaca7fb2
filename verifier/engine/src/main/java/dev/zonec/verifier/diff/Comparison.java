package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.ConnectionBox;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what the policies of two worlds allow, for every pod that could exist.
 *
 * <p>The difference is listed as boxes ({@link AllowedDifference}) and divided into disjoint
 * regions ({@link Rectangles}). Z3 then checks, with the encoding of all policies of both worlds,
 * that the union of the regions is exactly the difference. The listing can therefore not hide a
 * difference: if it were wrong, the check would fail.
 */
public final class Comparison {
  /** The most examples of a difference that cannot be listed. */
  private static final int MOST_EXAMPLES = 5;

  private final ImpossibleQuestions known;
  private final WorldPair worlds;
  private final Cluster cluster;
  private final Reading may;
  private final BoxSpace space;
  private final List<Cell> cells;
  private final List<Workload> workloads;

  /** Compares without known questions. */
  public Comparison(WorldPair worlds, ZoneProgram program, Reading may) {
    this(worlds, program, may, ImpossibleQuestions.none());
  }

  /**
   * @param worlds the worlds before and after a change
   * @param program the program with the zones and externals over which the regions are described,
   *     and with the declared address ranges of the cluster; may be empty
   * @param may the permissive reading, with the knobs that the user settled
   * @param known the questions to the solver that need not be asked again
   */
  public Comparison(WorldPair worlds, ZoneProgram program, Reading may, ImpossibleQuestions known) {
    this.known = known;
    this.worlds = worlds;
    this.may = may;
    Cluster before = new ClusterAddresses(worlds.before(), program.cluster()).seen();
    this.cluster = new ClusterAddresses(worlds.after(), before).seen();
    this.workloads = workloads(worlds);
    List<Party> parties = new ArrayList<>(program.zones());
    parties.addAll(program.externals());
    VocabularyBuilder builder = new VocabularyBuilder().add(worlds);
    parties.forEach(builder::add);
    for (Workload workload : workloads) {
      for (IpAddress address : workload.pod().addresses()) {
        builder.add(new IpBlock(Cidr.only(address), List.of()));
      }
    }
    Vocabulary vocabulary = builder.build(cluster, false);
    this.space = new BoxSpace(vocabulary);
    this.cells = new Cells(space, worlds).of(parties);
  }

  /** Returns the workloads of both worlds. A workload that both declare is that of the second. */
  private static List<Workload> workloads(WorldPair worlds) {
    Map<String, Workload> all = new LinkedHashMap<>();
    for (World world : List.of(worlds.after(), worlds.before())) {
      for (Workload workload : world.workloads()) {
        if (!workload.pod().hostNetwork()) {
          all.putIfAbsent(workload.label(), workload);
        }
      }
    }
    return List.copyOf(all.values());
  }

  /**
   * Returns the difference. Throws at the deadline of the thread.
   *
   * @throws dev.zonec.verifier.proof.ReplayMismatch if two engines disagree, which is a bug
   */
  public OpenDifference run() {
    Enforcement before = Enforcement.of(worlds.before(), worlds.rulesBefore(), may);
    Enforcement after = Enforcement.of(worlds.after(), worlds.rulesAfter(), may);
    Listing listing = listing(before, after);
    if (listing instanceof Listing.SameRules) {
      return new OpenDifference.SameRules();
    }
    try (Z3Checker checker =
        new Z3Checker(space.vocabulary(), workloads, Deadline.current(), known)) {
      DifferenceCheck check =
          new DifferenceCheck(checker, before, after, new Evaluation(worlds, cluster, may));
      return switch (listing) {
        case Listing.SameRules same -> new OpenDifference.SameRules();
        case Listing.TooMany tooMany ->
            new OpenDifference.Unknown(
                "there are too many regions to list",
                check.examples(DifferenceCheck.Change.MORE, MOST_EXAMPLES),
                check.examples(DifferenceCheck.Change.LESS, MOST_EXAMPLES));
        case Listing.Listed listed -> checked(listed, check);
      };
    }
  }

  private OpenDifference checked(Listing.Listed listed, DifferenceCheck check) {
    Optional<String> unknown =
        check
            .unproved(DifferenceCheck.Change.MORE, listed.more())
            .or(() -> check.unproved(DifferenceCheck.Change.LESS, listed.less()));
    return unknown.isPresent()
        ? new OpenDifference.Unknown(unknown.get(), List.of(), List.of())
        : new OpenDifference.Exact(
            regions(check, DifferenceCheck.Change.MORE, listed.more()),
            regions(check, DifferenceCheck.Change.LESS, listed.less()),
            check.unsettled(listed.more(), listed.less()));
  }

  /** The difference as rectangles, before Z3 has checked it. */
  sealed interface Listing {
    /** Both worlds have the same rules. */
    record SameRules() implements Listing {}

    /** There are too many rectangles. */
    record TooMany() implements Listing {}

    /** The rectangles that only the second or only the first world allows. */
    record Listed(List<Rectangle> more, List<Rectangle> less) implements Listing {}
  }

  /** Lists the difference. */
  Listing listing() {
    return listing(
        Enforcement.of(worlds.before(), worlds.rulesBefore(), may),
        Enforcement.of(worlds.after(), worlds.rulesAfter(), may));
  }

  private Listing listing(Enforcement before, Enforcement after) {
    AllowedDifference difference = new AllowedDifference(space, before, after);
    if (difference.sameRules()) {
      return new Listing.SameRules();
    }
    List<ConnectionBox> more = difference.more();
    List<ConnectionBox> less = difference.less();
    Rectangles rectangles = new Rectangles(space, cells);
    return difference.exact()
        ? new Listing.Listed(rectangles.of(more), rectangles.of(less))
        : new Listing.TooMany();
  }

  /** Returns the boxes over which the difference is listed. */
  BoxSpace space() {
    return space;
  }

  private List<Region> regions(
      DifferenceCheck check, DifferenceCheck.Change change, List<Rectangle> rectangles) {
    RegionDescriptions descriptions = new RegionDescriptions(space, workloads);
    List<Region> out = new ArrayList<>();
    for (Rectangle rectangle : rectangles) {
      Deadline.check();
      out.add(descriptions.region(rectangle, check.reasons(change, rectangle)));
    }
    return out;
  }
}
