package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.z3.Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class Z3ReleaseTest {
  @Test
  void theRecordedVersionIsThatOfTheLibrary() {
    Optional<String> recorded = Z3Release.version();
    assumeThat(recorded).as("classes that Maven built").isPresent();
    assertThat(Version.getString()).isEqualTo(recorded.orElseThrow() + ".0");
  }
}
