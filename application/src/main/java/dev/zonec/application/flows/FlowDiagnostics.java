package dev.zonec.application.flows;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.flows.analysis.AnalysedFlows;
import dev.zonec.flows.analysis.Shortage;
import dev.zonec.flows.analysis.Unreadable;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.flows.rule.RowKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes rows and problems of logs. */
public final class FlowDiagnostics {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private FlowDiagnostics() {}

  /** Returns the code of the findings of a kind. */
  static Code code(RowKind kind) {
    return switch (kind) {
      case UNDECLARED -> Code.ZC1210;
      case FORBIDDEN_PASSED -> Code.ZC1211;
      case ALLOWED_DENIED -> Code.ZC1212;
      case DENIED_ATTEMPT -> Code.ZC1213;
      case FAN_OUT -> Code.ZC1214;
      case BEACONING -> Code.ZC1215;
      case VOLUME -> Code.ZC1216;
      case LISTED -> Code.ZC1217;
      case EXPECTED, REFUSED, LOST, ELSEWHERE, DOUBTFUL ->
          throw new IllegalArgumentException(kind + " is no finding");
    };
  }

  /** Whether a finding of the kind makes the command fail. */
  static Severity severity(RowKind kind) {
    return switch (kind) {
      case FORBIDDEN_PASSED, LISTED, UNDECLARED, ALLOWED_DENIED -> Severity.ERROR;
      case FAN_OUT,
          BEACONING,
          VOLUME,
          DENIED_ATTEMPT,
          EXPECTED,
          REFUSED,
          LOST,
          ELSEWHERE,
          DOUBTFUL ->
          Severity.WARNING;
    };
  }

  /** Returns the ends and the port of a row. */
  public static String connection(RowKey key) {
    return key.from() + (key.oriented() ? " -> " : " <-> ") + key.to() + " : " + key.transport();
  }

  /** Returns a time as text; empty if it is unknown. */
  public static String time(long millis) {
    return millis < 0 ? "" : TIME.format(Instant.ofEpochMilli(millis));
  }

  /** Returns a text such as {@code from 2026-11-20 10:00:00 to 10:05:00 UTC}. */
  public static String period(long first, long last) {
    if (first < 0) {
      return "at an unknown time";
    }
    String from = time(first);
    String to = time(last);
    if (from.equals(to)) {
      return "at " + from + " UTC";
    }
    boolean sameDay = from.substring(0, 10).equals(to.substring(0, 10));
    return "from " + from + " to " + (sameDay ? to.substring(11) : to) + " UTC";
  }

  /** Describes a finding. */
  public static Diagnostic of(Row row) {
    RowKey key = row.key();
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("seen", seen(row)));
    if (!row.detail().isEmpty()) {
      notes.add(new Note("evidence", row.detail()));
    }
    notes.add(new Note("record", row.sample()));
    String help = help(key);
    if (!help.isEmpty()) {
      notes.add(Note.help(help));
    }
    return new Diagnostic(
        severity(key.kind()), code(key.kind()), message(key), place(row.place()), "", notes);
  }

  /** Returns the place of a record. */
  static Place place(RecordPlace record) {
    return new Place.AtLine(record.file(), record.number());
  }

  /** Returns the sentence of a finding. */
  static String message(RowKey key) {
    String connection = "`" + connection(key) + "`";
    return switch (key.kind()) {
      case UNDECLARED -> connection + " is not declared";
      case FORBIDDEN_PASSED -> connection + " passed, but the policies forbid it";
      case ALLOWED_DENIED -> connection + " was denied, but the policies allow it";
      case DENIED_ATTEMPT ->
          connection
              + switch (key.outcome()) {
                case DENIED -> " was denied";
                case REFUSED -> " was refused, and the policies deny it";
                case RESET -> " was answered by a reset, and the policies deny it";
                case SENT, PASSED, LOST -> " was attempted, and the policies deny it";
              };
      case FAN_OUT -> "`" + key.from() + "` connects to many new ends";
      case BEACONING ->
          "`" + key.from() + "` calls `" + key.to() + " : " + key.transport() + "` regularly";
      case VOLUME ->
          "`"
              + key.from()
              + "` sends many small "
              + key.transport()
              + " packets to `"
              + key.to()
              + "`";
      case LISTED -> connection + " has an end on a threat list";
      case EXPECTED, REFUSED, LOST, ELSEWHERE, DOUBTFUL ->
          throw new IllegalArgumentException(key.kind() + " is no finding");
    };
  }

  private static String seen(Row row) {
    if (row.key().kind().behaviour()) {
      return period(row.first(), row.last());
    }
    return Counted.grouped(row.count(), "record")
        + (row.connections() > 0 ? " of " + Counted.grouped(row.connections(), "connection") : "")
        + ", "
        + period(row.first(), row.last())
        + "; "
        + row.key().outcome().word()
        + (row.key().oriented()
            ? ""
            : "; the log does not show which end opened the connection, and this holds for both");
  }

  private static String help(RowKey key) {
    return switch (key.kind()) {
      case UNDECLARED ->
          "if the flow is intended, declare it with `allow`; if not, find out what opens it";
      case FORBIDDEN_PASSED ->
          naming(key, " names the policies; ")
              + "the network plugin does not enforce them, or they were different at the time";
      case ALLOWED_DENIED ->
          naming(key, " names the policies that allow it; ")
              + "the cluster has other policies than the manifests, or had them at the time";
      case DENIED_ATTEMPT, FAN_OUT, BEACONING, VOLUME, LISTED -> "";
      case EXPECTED, REFUSED, LOST, ELSEWHERE, DOUBTFUL -> "";
    };
  }

  /** Whether a question can name the ends and the port. */
  private static boolean isAsked(RowKey key) {
    return !key.isShared() && key.transport().indexOf('/') > 0;
  }

  /** Returns the question that names policies and {@code rest}; empty if none can be asked. */
  private static String naming(RowKey key, String rest) {
    return isAsked(key) ? question("why", key) + rest : "";
  }

  private static String question(String command, RowKey key) {
    return "`zonec "
        + command
        + " '"
        + questionEnd(key.from())
        + " -> "
        + questionEnd(key.to())
        + " : "
        + key.transport()
        + "'`";
  }

  /** Returns the name of an end in a question: without its kind. */
  private static String questionEnd(FlowEnd end) {
    int kind = end.name().indexOf(" (");
    return kind < 0 ? end.name() : end.name().substring(0, kind);
  }

  static List<Diagnostic> unreadable(AnalysedFlows analysed) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Unreadable each : analysed.unreadable()) {
      problems.add(
          new Diagnostic(
                  Severity.ERROR,
                  Code.ZC1205,
                  "the record cannot be read: " + each.reason(),
                  place(each.place()),
                  "",
                  List.of())
              .note("the other records of the log are read"));
    }
    long hidden = analysed.unreadableRecords() - analysed.unreadable().size();
    if (hidden > 0) {
      problems.add(
          Diagnostic.error(
              Code.ZC1205, Counted.grouped(hidden, "more record") + " cannot be read"));
    }
    return problems;
  }

  static List<Diagnostic> lost(List<LogCounts> logs) {
    return logs.stream()
        .filter(log -> log.lost() > 0)
        .map(
            log ->
                Diagnostic.warningIn(
                        Code.ZC1206,
                        log.file(),
                        "the log says that flows are missing in it: at least " + log.lost())
                    .note("a flow that no record shows can have happened all the same"))
        .toList();
  }

  /** Returns warnings about what the analysis had no room for. */
  static List<Diagnostic> shortage(Shortage shortage) {
    List<Diagnostic> problems = new ArrayList<>();
    if (shortage.sharedRecords() > 0) {
      problems.add(
          Diagnostic.warning(
                  Code.ZC1221,
                  Counted.grouped(shortage.sharedRecords(), "record")
                      + (shortage.sharedRecords() == 1 ? " is" : " are")
                      + " counted without names: the logs show too many ends and ports")
              .note(
                  "their verdicts and numbers are exact; `other` stands for their ends and ports"));
    }
    if (shortage.forgottenSources() > 0) {
      problems.add(
          Diagnostic.warning(
                  Code.ZC1222, "fan-outs, beacons and volumes of some sources can be missing")
              .note(
                  "the logs show too many sources: the behaviour of one was forgotten "
                      + Counted.grouped(shortage.forgottenSources(), "time"))
              .help("check logs of a shorter period, or fewer logs at a time"));
    }
    if (shortage.unlistedBehaviours() > 0) {
      problems.add(
          Diagnostic.warning(
                  Code.ZC1222,
                  Counted.grouped(shortage.unlistedBehaviours(), "finding")
                      + " about fan-outs, beacons and volumes "
                      + (shortage.unlistedBehaviours() == 1 ? "is" : "are")
                      + " not listed")
              .note("the logs show too many of them; the first ones are listed")
              .help("check logs of a shorter period, or raise the thresholds"));
    }
    return problems;
  }

  static Diagnostic unjudged(CheckedFlows checked, Map<Doubt, Long> open) {
    long all = open.values().stream().mapToLong(Long::longValue).sum();
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC1218,
            Counted.grouped(all, "record") + (all == 1 ? " was" : " were") + " not judged");
    for (Map.Entry<Doubt, Long> each : open.entrySet()) {
      Row row = checked.doubtful(each.getKey());
      RecordPlace place = row.place();
      problem =
          problem.with(
              new Note(
                  each.getKey().word(),
                  each.getValue()
                      + ": "
                      + each.getKey().text()
                      + "\nsuch as `"
                      + connection(row.key())
                      + "` at "
                      + place));
    }
    return problem.help("to accept a reason, pass `--accept REASON`");
  }
}
