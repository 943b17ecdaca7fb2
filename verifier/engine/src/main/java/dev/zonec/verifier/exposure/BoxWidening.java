package dev.zonec.verifier.exposure;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Widens boxes of pods as far as their union allows, so that fewer boxes describe the same set. For
 * example, {@code app=a} and {@code app notin (a), tier=t} become {@code app=a} and {@code tier=t}.
 *
 * <p>If a box is contained in another one in all dimensions but one, the values of the other box in
 * this dimension are added to it: the added part is already in the other box. Widening repeats
 * until no box changes; boxes that another one contains are dropped. Invariant: the union of the
 * boxes stays the same.
 */
public final class BoxWidening {
  /** The maximum number of boxes; longer lists are too long to read and are not widened. */
  static final int MOST = 200;

  private final BoxSpace space;

  /**
   * @param space the space of the boxes
   */
  public BoxWidening(BoxSpace space) {
    this.space = space;
  }

  /** Returns boxes with the same union, as wide as this method can make them. */
  public List<Box.Pods> of(List<Box.Pods> boxes) {
    List<Box.Pods> out = distinct(boxes);
    boolean changed = out.size() > 1 && out.size() <= MOST;
    while (changed) {
      changed = false;
      for (int i = 0; i < out.size(); i++) {
        Deadline.check();
        for (int j = 0; j < out.size(); j++) {
          Optional<Dimensions> wider =
              i == j ? Optional.empty() : widened(dimensions(out.get(i)), dimensions(out.get(j)));
          if (wider.isPresent()) {
            out.set(i, box(wider.get()));
            changed = true;
          }
        }
      }
      if (changed) {
        out = distinct(out);
      }
    }
    return out;
  }

  private List<Box.Pods> distinct(List<Box.Pods> boxes) {
    return new ArrayList<>(
        space.withoutContained(new ArrayList<Box>(boxes)).stream()
            .map(Box.Pods.class::cast)
            .toList());
  }

  /**
   * A box whose namespaces do not depend on its labels. In a box, namespaces with known labels are
   * already restricted by the conditions on labels; here, the excluded ones are included again.
   */
  private record Dimensions(
      Bits namespaces, Bits v4, Bits v6, LabelSets namespaceLabels, LabelSets podLabels) {}

  /**
   * Returns {@code one} widened by {@code other}; empty if {@code other} contains it in all
   * dimensions, or not in more than one.
   */
  private static Optional<Dimensions> widened(Dimensions one, Dimensions other) {
    LabelSets namespaceLabels = one.namespaceLabels();
    LabelSets podLabels = one.podLabels();
    List<Dimensions> wider = new ArrayList<>();
    union(one.namespaces(), other.namespaces())
        .map(all -> new Dimensions(all, one.v4(), one.v6(), namespaceLabels, podLabels))
        .ifPresent(wider::add);
    union(one.v4(), other.v4())
        .map(all -> new Dimensions(one.namespaces(), all, one.v6(), namespaceLabels, podLabels))
        .ifPresent(wider::add);
    union(one.v6(), other.v6())
        .map(all -> new Dimensions(one.namespaces(), one.v4(), all, namespaceLabels, podLabels))
        .ifPresent(wider::add);
    for (LabelSets all : unions(namespaceLabels, other.namespaceLabels())) {
      wider.add(new Dimensions(one.namespaces(), one.v4(), one.v6(), all, podLabels));
    }
    for (LabelSets all : unions(podLabels, other.podLabels())) {
      wider.add(new Dimensions(one.namespaces(), one.v4(), one.v6(), namespaceLabels, all));
    }
    return wider.size() == 1 ? Optional.of(wider.getFirst()) : Optional.empty();
  }

  /** Returns the union; empty if {@code some} contains all of it. */
  private static Optional<Bits> union(Bits one, Bits some) {
    return some.containsAll(one) ? Optional.empty() : Optional.of(one.or(some));
  }

  /**
   * Returns {@code one} with the union of the values of one key, for each key for which {@code
   * other} does not allow all that it allows.
   */
  private static List<LabelSets> unions(LabelSets one, LabelSets other) {
    List<LabelSets> out = new ArrayList<>();
    other
        .restricted()
        .forEach(
            key ->
                union(one.get(key), other.get(key)).ifPresent(all -> out.add(one.with(key, all))));
    return out;
  }

  private Dimensions dimensions(Box.Pods box) {
    Bits ruledOut =
        Bits.all(space.vocabulary().namespaceCount())
            .minus(space.namespacesWith(box.namespaceLabels()));
    return new Dimensions(
        box.namespaces().or(ruledOut), box.v4(), box.v6(), box.namespaceLabels(), box.podLabels());
  }

  private Box.Pods box(Dimensions dimensions) {
    return new Box.Pods(
        dimensions.namespaces().and(space.namespacesWith(dimensions.namespaceLabels())),
        dimensions.namespaceLabels(),
        dimensions.podLabels(),
        dimensions.v4(),
        dimensions.v6());
  }
}
