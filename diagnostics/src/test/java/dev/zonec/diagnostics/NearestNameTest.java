package dev.zonec.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "wbe,     web db,      web",
    "shpo,    shop stage,  shop",
    "payments, payment pay, payment",
    "bd,      db web,      db",
    "db,      b,           b",
    "frontend, backend,    ''",
    "db,      ui,          ''",
    "a,       b,           ''",
    "a,       ab,          ''",
    "a,       a,           a",
  })
  void findsTheNameWithTheFewestEdits(String name, String candidates, String nearest) {
    assertThat(NearestName.to(name, List.of(candidates.split(" "))).orElse("")).isEqualTo(nearest);
  }
}
