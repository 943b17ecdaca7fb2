package dev.zonec.verifier.exposure;

import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Boxes of pods made as wide as their union allows, so that fewer of them say the same: {@code
 * app=a} beside {@code app notin (a), tier=t} becomes {@code app=a} beside {@code tier=t}. What
 * they hold together stays the same.
 */
final class BoxWidening {
  /** Beyond this many boxes nobody reads them, and they are left as they are. */
  static final int MOST = 200;

  private final BoxSpace space;

  BoxWidening(BoxSpace space) {
    this.space = space;
  }

  /** The pods of {@code boxes} in as few and wide boxes as are found. */
  List<Box.Pods> of(List<Box.Pods> boxes) {
    List<Box.Pods> out = distinct(boxes);
    boolean more = out.size() > 1 && out.size() <= MOST;
    while (more) {
      more = false;
      for (int i = 0; i < out.size(); i++) {
        Deadline.check();
        for (int j = 0; j < out.size(); j++) {
          List<Bits> one = dimensions(out.get(i));
          List<Bits> wider = i == j ? one : widened(one, dimensions(out.get(j)));
          if (!wider.equals(one)) {
            out.set(i, box(wider, out.get(i)));
            more = true;
          }
        }
      }
      if (more) {
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

  /** Where {@code other} holds {@code one} in all dimensions but one, they are joined in that. */
  private static List<Bits> widened(List<Bits> one, List<Bits> other) {
    int apart = -1;
    for (int i = 0; i < one.size(); i++) {
      if (!other.get(i).containsAll(one.get(i))) {
        if (apart >= 0) {
          return one;
        }
        apart = i;
      }
    }
    if (apart < 0) {
      return one;
    }
    List<Bits> wider = new ArrayList<>(one);
    wider.set(apart, one.get(apart).or(other.get(apart)));
    return wider;
  }

  /** A namespace whose labels are known follows from labels: it is in where they rule it out. */
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
