package dev.zonec.compiler.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SatisfiabilityTest {
  private static final List<String> VALUES = List.of("x", "y", "z");

  @Provide
  Arbitrary<Selector> selectors() {
    Arbitrary<String> keys = Arbitraries.of("a", "b");
    Arbitrary<Set<String>> values = Arbitraries.of(VALUES).set().ofMinSize(1);
    Arbitrary<Requirement> requirement =
        Combinators.combine(keys, values, Arbitraries.integers().between(0, 3))
            .as(
                (key, some, kind) ->
                    switch (kind) {
                      case 0 -> new Requirement.In(key, new TreeSet<>(some));
                      case 1 -> new Requirement.NotIn(key, new TreeSet<>(some));
                      case 2 -> new Requirement.Exists(key);
                      default -> new Requirement.DoesNotExist(key);
                    });
    return requirement.list().ofMaxSize(5).map(Selector::new);
  }

  /** A value that no selector names stands for all the others that there are. */
  @Property
  void agreesWithTryingEveryLabelling(@ForAll("selectors") Selector selector) {
    assertThat(Satisfiability.of(selector))
        .isEqualTo(labellings().stream().anyMatch(selector::matches));
  }

  private static List<Map<String, String>> labellings() {
    List<String> choices = new ArrayList<>(VALUES);
    choices.add("other");
    choices.add("");
    List<Map<String, String>> all = new ArrayList<>();
    for (String a : choices) {
      for (String b : choices) {
        Map<String, String> labels = new TreeMap<>();
        if (!a.isEmpty()) {
          labels.put("a", a);
        }
        if (!b.isEmpty()) {
          labels.put("b", b);
        }
        all.add(labels);
      }
    }
    return all;
  }
}
