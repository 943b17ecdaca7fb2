package dev.zonec.model.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compiled policies list requirements in this order. */
final class RequirementOrderTest {
  private static final List<Requirement> SORTED =
      List.of(
          new Requirement.DoesNotExist("app"),
          new Requirement.Exists("app"),
          in("app"),
          in("app", "a", "b"),
          in("app", "a", "c"),
          notIn("app", "a", "b"),
          notIn("app", "a"),
          in("app", "a"),
          in("app", "b"),
          new Requirement.Exists("tier"));

  @Test
  void requirementsAreSortedByKeyOperatorAndValues() {
    for (int seed = 0; seed < 50; seed++) {
      List<Requirement> mixed = new ArrayList<>(SORTED);
      Collections.shuffle(mixed, new Random(seed));
      mixed.sort(Requirement.ORDER);
      assertThat(mixed).isEqualTo(SORTED);
    }
  }

  private static Requirement in(String key, String... values) {
    return new Requirement.In(key, new TreeSet<>(List.of(values)));
  }

  private static Requirement notIn(String key, String... values) {
    return new Requirement.NotIn(key, new TreeSet<>(List.of(values)));
  }
}
