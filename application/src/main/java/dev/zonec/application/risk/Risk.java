package dev.zonec.application.risk;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.AskInternet;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.join.RunningImage;
import dev.zonec.risk.rank.Ranking;
import dev.zonec.risk.vex.VexStatements;
import dev.zonec.verifier.query.CutSearch;
import java.util.List;
import java.util.Map;

/** Ranks the vulnerabilities of reports by what an attacker can do with the workloads. */
public record Risk(RiskRequest request) {
  /** The greatest number of workloads for which a rule to close is looked for. */
  private static final int MOST_CLOSED = 12;

  /** Reads the inputs and ranks the reports. */
  public RiskOutcome outcome() {
    Progress.begin("reading the reports");
    ReadReports reports =
        ReadReports.of(ReportSources.of(request.reports(), request.standardInput()));
    if (reports.files().isEmpty() && !reports.lost().isEmpty()) {
      return new RiskOutcome.Unusable(reports.lost());
    }
    return switch (new AskInternet(request.question()).outcome()) {
      case QuestionOutcome.Unusable<AskInternet.Reply>(var problems) ->
          new RiskOutcome.Unusable(problems);
      case QuestionOutcome.Malformed<AskInternet.Reply>(var problems) ->
          new RiskOutcome.Unusable(problems);
      case QuestionOutcome.Unsuitable<AskInternet.Reply>(String reason) ->
          new RiskOutcome.Unsuitable(reason);
      case QuestionOutcome.NoManifests<AskInternet.Reply>() -> new RiskOutcome.NoManifests();
      case QuestionOutcome.UnknownEnds<AskInternet.Reply>(var about, var problems) ->
          new RiskOutcome.Unusable(problems);
      case QuestionOutcome.Answered<AskInternet.Reply>(var about, var reply, var missing) ->
          ranked(reports, about, reply, missing);
    };
  }

  private RiskOutcome ranked(
      ReadReports reports,
      AnsweredManifests about,
      AskInternet.Reply reply,
      List<Diagnostic> missing) {
    Progress.begin("ranking the vulnerabilities");
    boolean covered =
        about.gaps().isEmpty()
            && !about.partial()
            && missing.stream().noneMatch(Diagnostic::isError);
    Joining joining = Joining.of(RunningImage.of(about.read().inventory()), reports.scans());
    WorkloadReach reach =
        WorkloadReach.of(
            reply.reach(),
            SensitiveWorkloads.of(reply.reach().workloads(), about.read(), reply.program()),
            covered);
    VexStatements statements = new VexStatements(reports.statements());
    Ranking ranking = Ranking.of(joining, statements, reports.exploitation(), reach::facts);
    Map<Integer, CutSearch.Result> cuts = cuts(reply, reach, ranking);
    return new RiskOutcome.Ranked(
        about,
        missing,
        new RiskAnswer(
            reports,
            joining,
            ranking,
            new RowDetails(reach, cuts),
            statements.unused(),
            reply.origins(),
            request.failOn(),
            request.ignoreUnscanned()));
  }

  /** Looks for rules to close for the first workloads that the internet reaches. */
  private static Map<Integer, CutSearch.Result> cuts(
      AskInternet.Reply reply, WorkloadReach reach, Ranking ranking) {
    List<Integer> wanted =
        ranking.rows().stream()
            .filter(row -> row.facts().reach().fromInternet())
            .map(row -> row.image().workload())
            .map(reach::number)
            .distinct()
            .limit(MOST_CLOSED)
            .toList();
    return reply.cuts().of(reply.reach(), wanted);
  }
}
