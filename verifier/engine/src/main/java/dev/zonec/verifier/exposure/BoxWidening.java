package dev.zonec.verifier.exposure;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;

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
          List<Bits> one = dimensions(out.get(i));
          List<Bits> wider = i == j ? one : widened(one, dimensions(out.get(j)));
          if (!wider.equals(one)) {
            out.set(i, box(wider, out.get(i)));
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
   * Returns {@code one} widened by {@code other}, or {@code one} itself if this is not possible.
   */
  private static List<Bits> widened(List<Bits> one, List<Bits> other) {
    int differing = -1;
    for (int i = 0; i < one.size(); i++) {
      if (!other.get(i).containsAll(one.get(i))) {
        if (differing >= 0) {
          return one;
        }
        differing = i;
      }
    }
    if (differing < 0) {
      return one;
    }
    List<Bits> wider = new ArrayList<>(one);
    wider.set(differing, one.get(differing).or(other.get(differing)));
    return wider;
  }

  /**
   * Returns the box as a list of dimensions. In a box, namespaces with known labels are already
   * restricted by the conditions on labels; the dimension of namespaces includes the excluded ones
   * again, so that it can be compared independently of the labels.
   */
  private List<Bits> dimensions(Box.Pods box) {
    List<Bits> out = new ArrayList<>();
    Bits ruledOut =
        Bits.all(space.vocabulary().namespaceCount())
            .minus(space.namespacesWith(box.namespaceLabels()));
    out.add(box.namespaces().or(ruledOut));
    out.add(box.v4());
    out.add(box.v6());
    out.addAll(box.namespaceLabels());
    out.addAll(box.podLabels());
    return out;
  }

  private Box.Pods box(List<Bits> dimensions, Box.Pods like) {
    int labels = 3 + like.namespaceLabels().size();
    List<Bits> namespaceLabels = dimensions.subList(3, labels);
    return new Box.Pods(
        dimensions.getFirst().and(space.namespacesWith(namespaceLabels)),
        namespaceLabels,
        dimensions.subList(labels, dimensions.size()),
        dimensions.get(1),
        dimensions.get(2));
  }
}
