package dev.zonec.cli;

import dev.zonec.application.question.Why;
import dev.zonec.verifier.report.WhyData;
import dev.zonec.verifier.report.WhyText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonec why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Explains why a connection between declared workloads and addresses is allowed or denied.",
      "Allowed: every rule that admits it. Denied: everything that blocks it on each side, tier by"
          + " tier, and the smallest change of policies that would allow it.",
      "The ends are those of query: svc/namespace/service is what a Service leads to, ingress what"
          + " Ingresses and routes let in."
    })
final class WhyCommand implements Callable<Integer> {
  /** The greatest number of explanations in a text without {@code --all}. */
  private static final int MOST = 20;

  @Mixin private QuestionOptions options = new QuestionOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    Console console = options.answer().console();
    JsonDocument document = new JsonDocument("why");
    Why why = new Why(options.request(console, limit), options.question());
    ExitCode exit =
        options
            .answer()
            .ask(limit, console, why::outcome, reasons -> print(reasons, document, console));
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private void print(Why.Explanations reasons, JsonDocument document, Console console) {
    if (format.json()) {
      WhyData data = new WhyData(reasons.origins());
      document.putAll(data.of(options.question(), reasons.explanations()));
    } else {
      WhyText text = new WhyText(reasons.origins());
      int most = options.answer().all() ? Integer.MAX_VALUE : MOST;
      text.lines(options.question(), reasons.explanations(), most).forEach(console::line);
    }
  }
}
