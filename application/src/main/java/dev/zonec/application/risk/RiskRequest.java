package dev.zonec.application.risk;

import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.InputPath;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The reports to rank.
 *
 * @param reports files and folders; {@code -} stands for {@code standardInput}
 * @param standardInput standard input; read at most once
 * @param question the manifests and the program; the reading is MAY
 * @param failOn what is not accepted; empty if everything is
 * @param ignoreUnscanned whether images without a report count as accepted
 */
public record RiskRequest(
    List<InputPath> reports,
    InputStream standardInput,
    QuestionRequest question,
    Optional<FailOnRisk> failOn,
    boolean ignoreUnscanned) {
  /** Copies the list. */
  public RiskRequest {
    reports = List.copyOf(reports);
  }
}
