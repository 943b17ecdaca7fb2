package dev.zonec.application.diff;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.revision.OpenedRevisions;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.diff.Comparison;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.PathComparison;
import dev.zonec.verifier.diff.VerdictChange;
import dev.zonec.verifier.diff.WorkloadComparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Compares the policies of two sets of manifests. */
public final class Diff {
  private static final String INTERNET = "internet";

  private Diff() {}

  /**
   * Reads both revisions and compares them. Parts of the comparison that are not complete at the
   * deadline of the thread are missing in the outcome.
   */
  public static DiffOutcome of(DiffRequest request) {
    return switch (OpenedRevisions.of(request.revisions(), request.manifests().paths())) {
      case OpenedRevisions.Unusable(var problems) -> new DiffOutcome.Unusable(problems);
      case OpenedRevisions.Opened opened -> {
        try (opened) {
          yield of(opened, request);
        }
      }
    };
  }

  private static DiffOutcome of(OpenedRevisions.Opened opened, DiffRequest request) {
    LoadedRevision before =
        LoadedRevision.of(RevisionInputs.of(opened.before(), opened, request), request);
    LoadedRevision after =
        LoadedRevision.of(RevisionInputs.of(opened.after(), opened, request), request);
    if (before instanceof LoadedRevision.Loaded one
        && after instanceof LoadedRevision.Loaded other) {
      return compared(one, other, request);
    }
    List<Diagnostic> problems = new ArrayList<>();
    for (LoadedRevision revision : List.of(before, after)) {
      if (revision instanceof LoadedRevision.Unusable(var found)) {
        problems.addAll(found);
      }
    }
    return new DiffOutcome.Unusable(problems);
  }

  private static DiffOutcome compared(
      LoadedRevision.Loaded before, LoadedRevision.Loaded after, DiffRequest request) {
    Set<Selector> selectors = new LinkedHashSet<>(before.selectors());
    selectors.addAll(after.selectors());
    ReadManifests then = before.read(selectors);
    ReadManifests now = after.read(selectors);
    Optional<VariantOutcome> verifiedThen = verified(before, then);
    Optional<VariantOutcome> verifiedNow = verified(after, now);
    List<Diagnostic> rejected = new ArrayList<>();
    for (Optional<VariantOutcome> outcome : List.of(verifiedThen, verifiedNow)) {
      if (outcome.isPresent() && outcome.get() instanceof VariantOutcome.Rejected(var problems)) {
        rejected.addAll(problems);
      }
    }
    if (!rejected.isEmpty()) {
      return new DiffOutcome.Unusable(rejected);
    }
    DiffOutcome.Revision oldRevision = new DiffOutcome.Revision(then, result(verifiedThen));
    DiffOutcome.Revision newRevision = new DiffOutcome.Revision(now, result(verifiedNow));
    World oldWorld =
        oldRevision.verified().map(VariantOutcome.Verified::world).orElse(then.world());
    World newWorld = newRevision.verified().map(VariantOutcome.Verified::world).orElse(now.world());
    WorldPair worlds =
        new WorldPair(
            oldWorld.declaring(newWorld.namespaces()), newWorld.declaring(oldWorld.namespaces()));
    ZoneProgram program = program(oldRevision, newRevision, after);
    Optional<OpenDifference> open =
        inTime(
            "comparing the connections",
            () -> new Comparison(worlds, program, request.may(), request.known()).run());
    return new DiffOutcome.Compared(
        files(after, now),
        oldRevision,
        newRevision,
        program,
        declaredByOne(oldWorld, newWorld),
        open,
        paths(open, new PathComparison(worlds, program, request.may(), request.known())),
        verdicts(oldRevision, newRevision),
        inTime(
            "comparing the workloads",
            () -> new WorkloadComparison(worlds, program.cluster(), request.may()).run()));
  }

  private static List<String> files(LoadedRevision.Loaded revision, ReadManifests read) {
    return revision.request().hasProgram()
        ? revision.sources().sources().stream().map(source -> source.text().name()).toList()
        : read.world().policies().stream()
            .map(policy -> policy.span().source().name())
            .limit(1)
            .toList();
  }

  private static Optional<VariantOutcome> verified(
      LoadedRevision.Loaded revision, ReadManifests read) {
    return revision.request().hasProgram()
        ? Optional.of(revision.verified(read))
        : Optional.empty();
  }

  private static Optional<VariantOutcome.Verified> result(Optional<VariantOutcome> outcome) {
    return outcome
        .filter(VariantOutcome.Verified.class::isInstance)
        .map(VariantOutcome.Verified.class::cast);
  }

  /**
   * Returns the program of the second revision, or of the first revision if the second has none.
   */
  private static ZoneProgram program(
      DiffOutcome.Revision before, DiffOutcome.Revision after, LoadedRevision.Loaded second) {
    return after
        .verified()
        .or(before::verified)
        .map(VariantOutcome.Verified::program)
        .map(Diff::describing)
        .orElseGet(() -> describing(second.variant().program()));
  }

  /**
   * Returns the zones of {@code program}, the externals that its statements mention, and {@code
   * internet}.
   */
  private static ZoneProgram describing(ZoneProgram program) {
    Set<Party> mentioned = new LinkedHashSet<>();
    program
        .widestFlows()
        .forEach(
            flow -> {
              mentioned.add(flow.from());
              mentioned.add(flow.to());
            });
    program.assertions().forEach(assertion -> mentioned.addAll(assertion.parties()));
    return program.withExternals(
        program.externals().stream()
            .filter(each -> mentioned.contains(each) || each.name().equals(INTERNET))
            .toList());
  }

  private static Optional<PathComparison.Result> paths(
      Optional<OpenDifference> open, PathComparison comparison) {
    boolean more = true;
    boolean less = true;
    if (open.isPresent()) {
      switch (open.get()) {
        case OpenDifference.SameRules same -> {
          more = false;
          less = false;
        }
        case OpenDifference.Exact exact -> {
          more = !exact.more().isEmpty();
          less = !exact.less().isEmpty();
        }
        case OpenDifference.Unknown unknown -> {}
      }
    }
    boolean canAppear = more;
    boolean canVanish = less;
    return inTime("comparing the paths", () -> comparison.run(canAppear, canVanish));
  }

  /** Returns the verdicts that change. A verdict that the time was too short for is no change. */
  private static List<VerdictChange> verdicts(
      DiffOutcome.Revision before, DiffOutcome.Revision after) {
    if (before.verified().isEmpty() || after.verified().isEmpty()) {
      return List.of();
    }
    List<VerdictChange> changes =
        VerdictChange.between(before.verified().get().result(), after.verified().get().result());
    return Deadline.current().passed()
        ? changes.stream().filter(VerdictChange::isDecided).toList()
        : changes;
  }

  /** Returns the namespaces that one revision declares and the other revision mentions. */
  private static List<String> declaredByOne(World one, World other) {
    SortedSet<String> names = new TreeSet<>(undeclared(one, other));
    names.addAll(undeclared(other, one));
    return List.copyOf(names);
  }

  private static Set<String> undeclared(World world, World declaring) {
    Set<String> names = new TreeSet<>();
    for (Namespace namespace : declaring.namespaces()) {
      boolean known =
          world.namespaces().stream()
              .anyMatch(own -> own.declared() && own.name().equals(namespace.name()));
      if (namespace.declared() && !known) {
        names.add(namespace.name());
      }
    }
    return names;
  }

  private static <T> Optional<T> inTime(String step, Supplier<T> work) {
    Progress.begin(step);
    Deadline deadline = Deadline.current();
    return Bounded.by(() -> deadline, work);
  }
}
