package dev.zonec.application.risk;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.application.risk.FailOnRisk.Judgement;
import dev.zonec.application.verify.FindingPath;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.risk.image.ImageReference;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetPath;
import dev.zonec.verifier.smt.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns ranked reports into entries: one for each image of a workload, at the place where the
 * manifest names the image, with the path from the internet.
 */
public record RiskEntries(RiskAnswer answer) {
  /** The greatest number of vulnerabilities that an entry names. */
  private static final int MOST_NAMED = 5;

  /** Returns the report of {@code ranked}. */
  public static Report of(RiskOutcome.Ranked ranked, List<String> files) {
    RiskEntries made = new RiskEntries(ranked.answer());
    List<Entry> entries = new ArrayList<>();
    ranked.answer().ranking().rows().forEach(row -> entries.add(made.entry(row)));
    ranked.answer().joining().unjoined().forEach(each -> entries.add(made.entry(each)));
    entries.addAll(DiagnosticEntries.undecided(ranked.answer().reports().lost()));
    entries.addAll(DiagnosticEntries.undecided(ranked.answer().reports().incomplete()));
    entries.addAll(DiagnosticEntries.undecided(ranked.about().gaps()));
    entries.addAll(DiagnosticEntries.undecided(ranked.missing()));
    return new Report("risk", "", files, List.of(RiskSummary.of(ranked.answer())), entries);
  }

  /** Returns the report of a run without an answer. */
  public static Report unusable(List<String> files, List<Diagnostic> problems) {
    return new Report("risk", "", files, List.of(), DiagnosticEntries.of(problems));
  }

  /** Returns the report of a run that did not end in time. */
  public static Report undecided(List<String> files, List<Diagnostic> problems) {
    return new Report("risk", "", files, List.of(), DiagnosticEntries.undecided(problems));
  }

  /** Returns the problems of the rows and images that are not accepted, the worst one first. */
  public List<Diagnostic> refused() {
    List<Diagnostic> problems = new ArrayList<>();
    for (RiskRow row : answer.ranking().rows()) {
      if (answer.judgement(row) != Judgement.PASSES) {
        problems.add(diagnostic(row));
      }
    }
    for (Joining.Unjoined each : answer.joining().unjoined()) {
      if (answer.judgement(each) != Judgement.PASSES) {
        problems.add(diagnostic(each));
      }
    }
    return problems;
  }

  private Entry entry(RiskRow row) {
    Entry entry = Entry.of(id(row), status(row), "", diagnostic(row));
    return entry.along(path(answer.details().of(row)), "");
  }

  private Status status(RiskRow row) {
    return switch (answer.judgement(row)) {
      case FAILS -> Status.FAILED;
      case UNDECIDED -> Status.INCONCLUSIVE;
      case PASSES -> row.urgency().today() ? Status.WARNING : Status.NOTE;
    };
  }

  /** The id does not depend on the tag, which changes with every build of the image. */
  private static String id(RiskRow row) {
    return "risk-"
        + ContentHash.of(
            row.image().workload().label(),
            row.image().reference().map(ImageReference::name).orElse(row.image().image().image()),
            row.worst().vulnerability().id());
  }

  private Diagnostic diagnostic(RiskRow row) {
    RankedVulnerability worst = row.worst();
    RowDetail detail = answer.details().of(row);
    boolean unknown = row.facts().reach() == Reach.UNKNOWN;
    int others = row.vulnerabilities().size() - 1;
    String message =
        row.image().workload().label()
            + (unknown
                ? " runs an image with "
                : row.facts().reach() == Reach.NOTHING
                    ? ", which nothing reaches, runs an image with "
                    : ", which "
                        + (row.facts().reach().fromInternet()
                            ? "the internet reaches"
                            : "other workloads reach")
                        + ", runs an image with ")
            + worst.vulnerability().id()
            + (others == 0
                ? ""
                : " and "
                    + others
                    + (others == 1 ? " other vulnerability" : " other vulnerabilities"))
            + (unknown ? ", and it is not known whether the internet reaches it" : "");
    List<Note> notes = new ArrayList<>();
    notes.add(Note.note(RiskWords.why(row)));
    row.vulnerabilities().stream()
        .limit(MOST_NAMED)
        .forEach(each -> notes.add(Note.note(RiskWords.vulnerability(each))));
    detail.path().ifPresent(path -> notes.add(new Note("path", RiskWords.path(path))));
    RiskWords.close(detail, answer.origins())
        .ifPresent(text -> notes.add(isClosed(detail) ? Note.help(text) : Note.note(text)));
    return new Diagnostic(
        answer.judgement(row) == Judgement.PASSES ? Severity.WARNING : Severity.ERROR,
        unknown ? Code.ZC1302 : Code.ZC1301,
        message,
        Place.at(row.image().image().span()),
        worst.vulnerability().severity().word().toLowerCase(Locale.ROOT)
            + (worst.exploited() ? ", exploited" : ""),
        List.of(),
        notes);
  }

  private static boolean isClosed(RowDetail detail) {
    return detail.close().filter(CutSearch.Result.Closed.class::isInstance).isPresent();
  }

  private Entry entry(Joining.Unjoined unjoined) {
    Diagnostic told = diagnostic(unjoined);
    Status status =
        switch (answer.judgement(unjoined)) {
          case FAILS -> Status.FAILED;
          case UNDECIDED -> Status.INCONCLUSIVE;
          case PASSES -> Status.NOTE;
        };
    return Entry.of(
        "risk-" + ContentHash.of("unjoined", unjoined.scan().target().name()), status, "", told);
  }

  private Diagnostic diagnostic(Joining.Unjoined unjoined) {
    int count = unjoined.scan().vulnerabilities().size();
    String message =
        "the report of `"
            + unjoined.scan().target().name()
            + "` is about no workload: "
            + unjoined.reason();
    Diagnostic told =
        answer.judgement(unjoined) == Judgement.PASSES
            ? Diagnostic.warningIn(Code.ZC1303, unjoined.scan().place().file(), message)
            : Diagnostic.errorIn(Code.ZC1303, unjoined.scan().place().file(), message);
    return told.note(
            count == 1 ? "it lists 1 vulnerability" : "it lists " + count + " vulnerabilities")
        .help("pass the manifests that run the image, or leave the report out");
  }

  private List<PathHop> path(RowDetail detail) {
    List<PathHop> hops = new ArrayList<>();
    detail.path().stream()
        .flatMap(path -> path.hops().stream())
        .forEach(hop -> hops.add(hop(hops.size() + 1, hop)));
    return hops;
  }

  private PathHop hop(int number, InternetPath.Hop hop) {
    return FindingPath.hop(
        witness(hop.from()),
        witness(hop.to()),
        hop.connection(),
        FindingSide.of(number, hop.connection(), hop.decision(), answer.origins()),
        answer.origins());
  }

  private static Witness witness(AnswerEnd end) {
    return new Witness(end.endpoint(), end.label(), true);
  }
}
