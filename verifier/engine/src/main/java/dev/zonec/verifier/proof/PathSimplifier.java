package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.UnknownLabel;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.smt.LevelSolver;
import dev.zonec.verifier.smt.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Simplifies a path of {@link LevelSearch}, so that a report is easy to read. It replaces the ends
 * of the path, one after the other, by declared workloads, or by pods with few labels. The solver
 * is asked whether the path still exists after each change. When the time runs out, the remaining
 * changes are skipped.
 */
final class PathSimplifier {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final Deadline deadline;
  private final List<UnknownLabel> unknown;

  PathSimplifier(Vocabulary vocabulary, List<Workload> workloads, Deadline deadline) {
    this.vocabulary = vocabulary;
    this.workloads = workloads;
    this.deadline = deadline;
    this.unknown = vocabulary.unknownLabels();
  }

  /** Returns the simplified path; empty if the time ran out before its steps were known. */
  Optional<BoxPath> steps(LevelSearch.Result.Path found, LevelSolver solver) {
    Simplifying path = new Simplifying(found, solver);
    path.simplify();
    return path.steps();
  }

  /** Returns the path without any change. */
  static BoxPath asFound(LevelSearch.Result.Path found) {
    return over(found.ends(), found.steps());
  }

  private static BoxPath over(List<Region> ends, List<Step> steps) {
    return new BoxPath(ends.stream().map(end -> List.of(end.box())).toList(), steps);
  }

  /**
   * A path that is being simplified. Invariant: the steps between the ends of {@code path} exist.
   */
  private final class Simplifying {
    private final List<Region> path;
    private final int target;
    private final LevelSolver solver;

    Simplifying(LevelSearch.Result.Path found, LevelSolver solver) {
      this.path = new ArrayList<>(found.ends());
      this.target = found.target();
      this.solver = solver;
    }

    void simplify() {
      for (int at = 0; at < path.size(); at++) {
        simplify(at);
      }
      for (int label = 0; label < unknown.size(); label++) {
        dropNamespaceLabel(label);
      }
    }

    Optional<BoxPath> steps() {
      List<Step> steps = new ArrayList<>();
      for (int at = 0; at + 1 < path.size(); at++) {
        solver
            .findStep(path.get(at), path.get(at + 1), at == 0, targetOf(at))
            .ifPresent(steps::add);
      }
      return steps.size() + 1 < path.size() ? Optional.empty() : Optional.of(over(path, steps));
    }

    private void simplify(int at) {
      if (tryWorkloads(at, workloads(path.get(at).box()))) {
        return;
      }
      for (Box candidate : preferred(path.get(at).box())) {
        if (tryReplace(at, candidate)) {
          break;
        }
      }
      dropLabels(at, 0, vocabulary.podKeys().size());
      takeFirstValues(at);
      for (int key = 0; key < vocabulary.namespaceKeys().size(); key++) {
        if (path.get(at).box() instanceof Box.Pods pods
            && !vocabulary.isNamed(pods.namespaces().first())
            && !isAbsent(pods.namespaceLabels().get(key))) {
          tryReplace(at, inNamespaceWith(pods, pods.namespaceLabels().with(key, absent())));
        }
      }
    }

    /**
     * Removes labels of the pod that the path does not need. Few are needed, so many labels are
     * tried together.
     */
    private void dropLabels(int at, int from, int to) {
      if (!(path.get(at).box() instanceof Box.Pods pods)
          || IntStream.range(from, to).allMatch(key -> isAbsent(pods.podLabels().get(key)))) {
        return;
      }
      List<Bits> labels = new ArrayList<>(pods.podLabels().toList());
      labels.subList(from, to).replaceAll(label -> absent());
      if (!tryReplace(at, withLabels(pods, LabelSets.of(vocabulary.podKeys(), labels)))
          && to - from > 1) {
        int middle = (from + to) >>> 1;
        dropLabels(at, from, middle);
        dropLabels(at, middle, to);
      }
    }

    /**
     * Gives each label that the path needs the first value that the path allows, so that the result
     * does not depend on the model that the solver happened to find.
     */
    private void takeFirstValues(int at) {
      if (path.get(at).box() instanceof Box.Pods pods) {
        pods.podLabels()
            .present()
            .forEach(key -> tryValues(at, key, 1, pods.podLabels().get(key).first()));
      }
    }

    /** Gives the label {@code key} the first value from {@code from} to {@code to}, exclusive. */
    private boolean tryValues(int at, int key, int from, int to) {
      if (from >= to || !(path.get(at).box() instanceof Box.Pods pods)) {
        return false;
      }
      Bits values = Bits.range(from, to);
      Box some = withLabels(pods, pods.podLabels().with(key, values));
      if (to - from == 1) {
        return tryReplace(at, some);
      }
      int middle = (from + to) >>> 1;
      return leadsOverSome(at, List.of(some))
          && (tryValues(at, key, from, middle) || tryValues(at, key, middle, to));
    }

    /**
     * Removes a label of a namespace that no manifest declares, if the path does not need it. The
     * namespace has the same labels at every end, so all ends change together.
     */
    private void dropNamespaceLabel(int label) {
      List<Region> without = path.stream().map(end -> withoutUnknown(end, label)).toList();
      if (!without.equals(path) && existsOver(without)) {
        path.clear();
        path.addAll(without);
      }
    }

    private Region withoutUnknown(Region end, int label) {
      List<Bits> values = new ArrayList<>(end.unknown());
      values.set(label, absent());
      UnknownLabel dropped = unknown.get(label);
      return end.box() instanceof Box.Pods pods && pods.namespaces().first() == dropped.namespace()
          ? new Region(
              inNamespaceWith(pods, pods.namespaceLabels().with(dropped.key(), absent())), values)
          : new Region(end.box(), values);
    }

    private boolean existsOver(List<Region> ends) {
      return !deadline.passed()
          && IntStream.range(0, ends.size() - 1)
              .allMatch(
                  at ->
                      solver.hasStep(
                          List.of(ends.get(at)), List.of(ends.get(at + 1)), at == 0, targetOf(at)));
    }

    /**
     * Replaces the end by the first of {@code candidates} over which the path also exists; returns
     * whether there is one. Usually none or nearly all are possible, so all are tried together,
     * then each half.
     */
    private boolean tryWorkloads(int at, List<Box> candidates) {
      if (candidates.isEmpty() || !leadsOverSome(at, candidates)) {
        return false;
      }
      if (candidates.size() == 1) {
        path.set(at, like(at, candidates.getFirst()));
        return true;
      }
      int middle = candidates.size() >>> 1;
      return tryWorkloads(at, candidates.subList(0, middle))
          || tryWorkloads(at, candidates.subList(middle, candidates.size()));
    }

    /**
     * Replaces the end by {@code candidate} if the path also exists over it; returns whether it
     * does.
     */
    private boolean tryReplace(int at, Box candidate) {
      boolean leads = leadsOverSome(at, List.of(candidate));
      if (leads) {
        path.set(at, like(at, candidate));
      }
      return leads;
    }

    /**
     * Returns whether a step leads to one of {@code boxes} and a step leads on from one of them.
     * For a single box, this is whether the path exists over it.
     */
    private boolean leadsOverSome(int at, List<Box> boxes) {
      List<Region> here = boxes.stream().map(box -> like(at, box)).toList();
      int last = path.size() - 1;
      return !deadline.passed()
          && (at == 0 || solver.hasStep(List.of(path.get(at - 1)), here, at == 1, targetOf(at - 1)))
          && (at == last || solver.hasStep(here, List.of(path.get(at + 1)), at == 0, targetOf(at)));
    }

    private Region like(int at, Box box) {
      return new Region(box, path.get(at).unknown());
    }

    /** Returns the target of the step from this end, if it is the last step. */
    private OptionalInt targetOf(int at) {
      return at + 2 == path.size() ? OptionalInt.of(target) : OptionalInt.empty();
    }
  }

  /** Returns the ends that are easiest to read, the best first. */
  private List<Box> preferred(Box box) {
    List<Box> out = new ArrayList<>();
    switch (box) {
      case Box.Everything everything -> {}
      case Box.Addresses addresses -> {
        for (Family family : Family.values()) {
          Bits atoms = vocabulary.externalAtoms(family);
          if (!atoms.isEmpty()) {
            IpAddress best = vocabulary.atoms(family).representative(atoms);
            Bits atom = Bits.of(vocabulary.atoms(family).indexOf(best.value()));
            out.add(new Box.Addresses(family, atom));
          }
        }
      }
      case Box.Pods pods -> {}
    }
    return out;
  }

  private List<Box> workloads(Box box) {
    return box instanceof Box.Pods pods
        ? workloads.stream()
            .filter(workload -> !workload.pod().hostNetwork())
            .<Box>map(workload -> like(workload, pods))
            .distinct()
            .toList()
        : List.of();
  }

  private Box.Pods like(Workload workload, Box.Pods pods) {
    DeclaredPod declared = DeclaredPod.of(workload.pod(), vocabulary);
    return new Box.Pods(
        Bits.of(declared.namespace()),
        vocabulary.knownLabels(declared.namespace()).orElse(pods.namespaceLabels()),
        declared.labels(),
        oneOf(declared.v4(), pods.v4()),
        oneOf(declared.v6(), pods.v6()));
  }

  /** Returns one of the atoms {@code known}, because an end of a path has one address. */
  private static Bits oneOf(Bits known, Bits otherwise) {
    return known.isEmpty() ? otherwise : Bits.of(known.first());
  }

  private static boolean isAbsent(Bits label) {
    return label.equals(absent());
  }

  private static Box inNamespaceWith(Box.Pods pods, LabelSets labels) {
    return new Box.Pods(pods.namespaces(), labels, pods.podLabels(), pods.v4(), pods.v6());
  }

  private static Box withLabels(Box.Pods pods, LabelSets labels) {
    return new Box.Pods(pods.namespaces(), pods.namespaceLabels(), labels, pods.v4(), pods.v6());
  }

  private static Bits absent() {
    return Bits.of(LabelKey.ABSENT);
  }
}
