package dev.zonec.verifier.closed.relation;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.closed.admission.Admission;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.equivalence.PartitionRefinement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups classes that may connect alike: to the same classes and from the same classes, on the same
 * ports.
 *
 * <p>Whether class {@code s} may connect to class {@code d} depends on the egress admission of
 * {@code s}, on the ingress admission of {@code d}, and on which rows of them contain the other
 * class. Therefore classes are alike if their admissions are equal and every row of every admission
 * contains all of them or none. This is a partition refinement: it starts with the admissions, and
 * each row splits the groups. Invariant: after a row was used, it is a union of groups. A row with
 * most classes splits like its complement, so the cost of a row is the size of the smaller one.
 */
public final class AlikeClasses {
  private AlikeClasses() {}

  /**
   * Returns the group of each class. Groups are numbered from zero in the order of their first
   * classes.
   *
   * @param kinds for each class a key; classes with different keys are not alike
   */
  public static int[] groups(List<Layer> layers, Object[] kinds) {
    Map<Admission, Integer> numbers = new HashMap<>();
    // Most classes share their admission with others, and comparing contents reads whole rows.
    IdentityHashMap<Admission, Integer> shared = new IdentityHashMap<>();
    Object[] keys = new Object[kinds.length];
    for (int c = 0; c < kinds.length; c++) {
      List<Object> key = new ArrayList<>(List.of(kinds[c]));
      for (Layer layer : layers) {
        for (Admission each : List.of(layer.egress().get(c), layer.ingress().get(c))) {
          key.add(shared.computeIfAbsent(each, admission -> number(admission, numbers)));
        }
      }
      keys[c] = key;
    }
    PartitionRefinement partition = new PartitionRefinement(keys);
    for (Admission admission : numbers.keySet()) {
      Deadline.check();
      for (BitRow row : admission.rows()) {
        partition.split(smaller(row));
      }
    }
    return partition.numbered();
  }

  private static int number(Admission admission, Map<Admission, Integer> numbers) {
    return numbers.computeIfAbsent(admission, each -> numbers.size());
  }

  /** Returns the classes of {@code row}, or the other ones if these are fewer. */
  private static IntList smaller(BitRow row) {
    boolean few = row.count() <= row.size() / 2;
    IntList members = new IntList();
    if (few) {
      for (int c = row.next(0); c >= 0; c = row.next(c + 1)) {
        members.add(c);
      }
      return members;
    }
    for (int c = row.nextAbsent(0); c >= 0; c = row.nextAbsent(c + 1)) {
      members.add(c);
    }
    return members;
  }
}
