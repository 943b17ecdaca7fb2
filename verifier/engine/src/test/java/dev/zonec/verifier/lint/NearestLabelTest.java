package dev.zonec.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class NearestLabelTest {
  private static final List<Map<String, String>> PODS =
      List.of(
          Map.of("app", "api", "tier", "back"),
          Map.of("app", "web", "tier", "front"),
          Map.of("app", "apis"));

  @Test
  void findsTheMostSimilarValueOfTheKey() {
    assertThat(near(in("app", "apy"))).contains("app=api");
    assertThat(near(in("tier", "frnt"))).contains("tier=front");
  }

  @Test
  void findsNothingIfNoValueIsSimilar() {
    assertThat(near(in("app", "payment"))).isEmpty();
    assertThat(near(in("zone", "api"))).isEmpty();
  }

  @Test
  void theCorrectedSelectorMatchesAPod() {
    // `app=apis` is as similar, but no pod has it together with `tier=back`.
    assertThat(near(in("app", "apii"), in("tier", "back"))).contains("app=api");
    assertThat(near(in("app", "apy"), in("tier", "front"))).isEmpty();
  }

  @Test
  void findsTheMisspelledRequirementAmongSeveral() {
    assertThat(near(in("app", "web"), in("tier", "fronte"))).contains("tier=front");
  }

  @Test
  void replacesSingleValuesOnly() {
    assertThat(near(in("app", "apy", "wep"))).isEmpty();
    assertThat(near(new Requirement.Exists("ap"))).isEmpty();
  }

  @Test
  void findsNothingWithoutPods() {
    assertThat(NearestLabel.of(new Selector(List.of(in("app", "api"))), List.of())).isEmpty();
  }

  private static Optional<String> near(Requirement... requirements) {
    return NearestLabel.of(new Selector(List.of(requirements)), PODS).map(Object::toString);
  }

  private static Requirement in(String key, String... values) {
    return new Requirement.In(key, new TreeSet<>(Set.of(values)));
  }
}
