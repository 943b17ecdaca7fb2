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
      List<Dimensions> all = new ArrayList<>(out.stream().map(this::dimensions).toList());
      for (int i = 0; i < out.size(); i++) {
        Deadline.check();
        for (int j = 0; j < out.size(); j++) {
          Optional<Dimensions> wider = i == j ? Optional.empty() : widened(all.get(i), all.get(j));
          if (wider.isPresent()) {
            out.set(i, box(wider.get()));
            all.set(i, dimensions(out.get(i)));
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
   * dimensions, or not in more than one, or if it adds nothing.
   */
  private static Optional<Dimensions> widened(Dimensions one, Dimensions other) {
    boolean namespaces = !other.namespaces().containsAll(one.namespaces());
    boolean v4 = !other.v4().containsAll(one.v4());
    boolean v6 = !other.v6().containsAll(one.v6());
    int sets = (namespaces ? 1 : 0) + (v4 ? 1 : 0) + (v6 ? 1 : 0);
    if (sets > 1) {
      return Optional.empty();
    }
    int[] namespaceKeys = other.namespaceLabels().lacking(one.namespaceLabels(), 2 - sets);
    int[] podKeys = other.podLabels().lacking(one.podLabels(), 2 - sets);
    if (sets + namespaceKeys.length + podKeys.length != 1) {
      return Optional.empty();
    }
    Dimensions wider =
        new Dimensions(
            namespaces ? one.namespaces().or(other.namespaces()) : one.namespaces(),
            v4 ? one.v4().or(other.v4()) : one.v4(),
            v6 ? one.v6().or(other.v6()) : one.v6(),
            union(one.namespaceLabels(), other.namespaceLabels(), namespaceKeys),
            union(one.podLabels(), other.podLabels(), podKeys));
    return wider.equals(one) ? Optional.empty() : Optional.of(wider);
  }

  private static LabelSets union(LabelSets one, LabelSets other, int[] keys) {
    LabelSets wider = one;
    for (int key : keys) {
      wider = wider.with(key, one.get(key).or(other.get(key)));
    }
    return wider;
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
