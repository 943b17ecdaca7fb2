package dev.zonec.tests.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.github.GithubReport;
import dev.zonec.cli.format.markdown.MarkdownReport;
import dev.zonec.cli.format.sarif.SarifReport;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports that are larger than the programs that read them allow. */
final class ReportLimitsTest {
  private static final Span SPAN =
      new Span(new SourceText("k8s.yaml", "kind: NetworkPolicy\n"), 0, 4);

  @Test
  void sarifHasNoMoreResultsThanGithubAccepts() throws Exception {
    JsonNode run = sarif(report(25_003));
    assertThat(run.get("results")).hasSize(25_000);
    assertThat(run.get("invocations").get(0).get("toolExecutionNotifications").toString())
        .contains("3 results are left out");
  }

  @Test
  void sarifSaysHowManyResultsGithubShows() throws Exception {
    JsonNode run = sarif(report(5_001));
    assertThat(run.get("results")).hasSize(5_001);
    assertThat(run.get("invocations").get(0).get("toolExecutionNotifications").toString())
        .contains("GitHub shows 5000 of the 5001 results");
  }

  @Test
  void theWorstResultsComeFirst() throws Exception {
    List<Entry> entries = new ArrayList<>(entries(25_000, Status.WARNING));
    entries.addAll(entries(1, Status.FAILED));
    Report report = new Report("verify", "", List.of("p.zone"), List.of(), entries);
    assertThat(sarif(report).get("results").get(0).get("level").asString()).isEqualTo("error");
  }

  @Test
  void sarifHasNoMoreLocationsThanGithubAccepts() throws Exception {
    Entry entry =
        Entry.of(
                "id",
                Status.FAILED,
                "",
                Diagnostic.error(Code.ZC0506, SPAN, "a connection is allowed"))
            .at(
                Place.at(SPAN),
                "",
                Collections.nCopies(1_500, new LabelledSpan(SPAN, "another rule")),
                List.of(),
                Collections.nCopies(
                    6_000,
                    new PathHop(
                        "a",
                        "b",
                        "tcp/80",
                        false,
                        List.of(
                            new PathStep("egress", true, "a rule", List.of()),
                            new PathStep(
                                "ingress",
                                true,
                                "a rule",
                                List.of(new LabelledSpan(SPAN, "here")))))));
    JsonNode result =
        sarif(new Report("verify", "", List.of("p.zone"), List.of(), List.of(entry)))
            .get("results")
            .get(0);
    assertThat(result.get("locations").size() + result.get("relatedLocations").size())
        .isEqualTo(1_000);
    assertThat(result.get("message").get("text").asString())
        .contains("501 more places")
        .contains("2000 more locations of the path");
    assertThat(result.get("codeFlows")).hasSize(1);
    assertThat(result.get("codeFlows").get(0).get("threadFlows")).hasSize(1);
    assertThat(result.get("codeFlows").get(0).get("threadFlows").get(0).get("locations"))
        .hasSize(10_000);
  }

  @Test
  void markdownFitsIntoACommentAndCountsWhatIsLeftOut() {
    String text = new MarkdownReport().text(report(3_000));
    assertThat(text.length()).isBetween(50_000, 65_000);
    assertThat(text).containsPattern("_\\d+ lines are left out");
  }

  @Test
  void githubHasTenAnnotationsOfALevelAndALogOfAll() {
    List<Entry> entries = new ArrayList<>(entries(20, Status.FAILED));
    entries.addAll(entries(20, Status.NOTE));
    String text =
        new GithubReport().text(new Report("diff", "", List.of("p.zone"), List.of(), entries));
    assertThat(text.lines().filter(line -> line.startsWith("::error"))).hasSize(10);
    assertThat(text.lines().filter(line -> line.startsWith("::notice"))).hasSize(10);
    assertThat(text).contains("and 11 more; the log of this step lists all of them");
    assertThat(text.lines().filter(line -> line.contains("| ZC0506 |"))).hasSize(40);
  }

  private static Report report(int entries) {
    return new Report("verify", "", List.of("p.zone"), List.of(), entries(entries, Status.FAILED));
  }

  private static List<Entry> entries(int count, Status status) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                Entry.plain(
                    status.word() + "-" + number,
                    status,
                    new EntryRule.OfCode(Code.ZC0506),
                    "connection " + number + " is allowed"))
        .toList();
  }

  /** Returns the run of a report, which conforms to the schema. */
  private static JsonNode sarif(Report report) throws Exception {
    String text = new SarifReport().text(report);
    if (report.entries().size() < 10_000) {
      assertThat(Formatted.schema("sarif-subset-1.schema.json").validate(text, InputFormat.JSON))
          .isEmpty();
    }
    return new JsonMapper().readTree(text).get("runs").get(0);
  }
}
