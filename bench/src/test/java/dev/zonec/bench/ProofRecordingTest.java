package dev.zonec.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of proofs of small programs, and their files. */
final class ProofRecordingTest {
  @Test
  void everyObligationIsMeasuredWithItsPolicies() {
    SkewedProgram program = new SkewedProgram(21, 6, 5);
    ProofRecording recording =
        new ProofRecorder(program.text(0), program.widePolicies()).recording("small");
    assertThat(recording.obligations())
        .allSatisfy(
            each -> {
              assertThat(each.micros()).isPositive();
              assertThat(each.textBytes()).isPositive();
              assertThat(each.policyBytes()).isLessThanOrEqualTo(recording.stages().policyBytes());
            });
    // The policy by hand in ns20 admits more than its flows declare.
    assertThat(recording.obligations().stream().filter(RecordedObligation::whole))
        .singleElement()
        .satisfies(
            each -> assertThat(each.policyBytes()).isEqualTo(recording.stages().policyBytes()));
    assertThat(
            recording.obligations().stream()
                .filter(each -> !each.whole())
                .map(RecordedObligation::group)
                .filter(group -> group.startsWith("ns"))
                .collect(Collectors.toSet()))
        .hasSize(21);
  }

  @Test
  void aRecordingIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    ProofRecording recording =
        new ProofRecording(
            "two obligations",
            new ProofRecording.Stages(1, 2, 3, 4, 5, 6, 7, 8, 9),
            List.of(
                new RecordedObligation("ns1", false, 10, 20, 30, 40),
                new RecordedObligation("assertion a b", true, 11, 21, 31, 41)));
    Path file = folder.resolve("two.tsv.gz");
    recording.write(file);
    assertThat(ProofRecording.read(file)).isEqualTo(recording);
    byte[] first = Files.readAllBytes(file);
    recording.write(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  @Test
  void otherFilesAreNoRecordings(@TempDir Path folder) throws IOException {
    for (String text :
        List.of(
            "",
            "name\n1\t2\n",
            "name\n1\t2\t3\t4\t5\t6\t7\t8\t9\nns1\tfalse\t1\t2\t3\n",
            "name\n1\t2\t3\t4\t5\t6\t7\t8\tx\n")) {
      Path file = folder.resolve("other.tsv.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      assertThatThrownBy(() -> ProofRecording.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("other.tsv.gz is no recording");
    }
  }
}
