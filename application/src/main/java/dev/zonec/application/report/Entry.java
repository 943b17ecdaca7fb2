package dev.zonec.application.report;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One result: a finding, a claim that holds, a difference, or a problem of the inputs.
 *
 * @param id the stable id, which does not depend on lines; unique in a report
 * @param status what the entry says
 * @param rule the kind of result; for a claim that holds, the kind that its violation has
 * @param claim the claim; empty for problems of the inputs
 * @param message one sentence without a full stop
 * @param place the place of the entry in the program or a manifest
 * @param label the text next to the caret; may be empty
 * @param related other places
 * @param notes further lines; one of them may draw the path
 * @param path the connections of the counterexample, in order
 * @param variant the values of the parameters; empty if the program has only one variant
 * @param cause the file and line of the rule that causes the entry; empty if there is no single one
 * @param assumptions what a proof assumes
 * @param reason why the finding is accepted; empty unless it is suppressed or waived
 */
public record Entry(
    String id,
    Status status,
    EntryRule rule,
    String claim,
    String message,
    Place place,
    String label,
    List<LabelledSpan> related,
    List<Note> notes,
    List<PathHop> path,
    String variant,
    String cause,
    List<String> assumptions,
    String reason) {
  /** Copies the lists. */
  public Entry {
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    path = List.copyOf(path);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * The order of findings: what concerns addresses outside of the cluster first, then assertions
   * before the claims that every program has.
   */
  public static final Comparator<Entry> WORST_FIRST =
      Comparator.comparing((Entry entry) -> !entry.concernsOutside())
          .thenComparing(Entry::rule, EntryRule.ORDER);

  /** Returns an entry with the content of {@code told}. */
  public static Entry of(String id, Status status, String claim, Diagnostic told) {
    return bare(id, status, new EntryRule.OfCode(told.code()), claim, told.message())
        .at(told.place(), told.label(), told.others(), told.notes(), List.of());
  }

  /** Returns an entry of a rule that has a message only. */
  public static Entry plain(String id, Status status, EntryRule rule, String message) {
    return bare(id, status, rule, "", message);
  }

  /**
   * Returns an entry about a difference. Its id consists of the rule and a hash of {@code subject}.
   *
   * @param subject what differs, without the words of the message around it
   */
  public static Entry difference(Status status, EntryRule rule, String subject, String message) {
    return plain(rule.id() + "-" + ContentHash.of(subject), status, rule, message);
  }

  private static Entry bare(
      String id, Status status, EntryRule rule, String claim, String message) {
    return new Entry(
        id,
        status,
        rule,
        claim,
        message,
        new Place.Nowhere(),
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        "");
  }

  /** Returns an entry for a claim that holds. */
  public static Entry holding(
      String id,
      Status status,
      EntryRule rule,
      String claim,
      Place place,
      List<String> assumptions) {
    return new Entry(
        id,
        status,
        rule,
        claim,
        claim + " holds",
        place,
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        assumptions,
        "");
  }

  /** Returns a copy with its place, the other places, notes, and connections. */
  public Entry at(
      Place place, String label, List<LabelledSpan> related, List<Note> notes, List<PathHop> path) {
    return new Entry(
        id,
        status,
        rule,
        claim,
        message,
        place,
        label,
        related,
        notes,
        path,
        variant,
        cause,
        assumptions,
        reason);
  }

  /** Returns a copy with the connections of its counterexample. */
  public Entry along(List<PathHop> path, String cause) {
    return with(id, path, variant, cause, reason);
  }

  /** Returns a copy of the variant {@code variant}. */
  public Entry in(String variant) {
    return with(id, path, variant, cause, reason);
  }

  /** Returns a copy with another id. */
  public Entry named(String id) {
    return with(id, path, variant, cause, reason);
  }

  /** Returns a copy that is accepted for {@code reason}. */
  public Entry accepted(String reason) {
    return with(id, path, variant, cause, reason);
  }

  private Entry with(String id, List<PathHop> path, String variant, String cause, String reason) {
    return new Entry(
        id,
        status,
        rule,
        claim,
        message,
        place,
        label,
        related,
        notes,
        path,
        variant,
        cause,
        assumptions,
        reason);
  }

  /** Returns the notes that do not draw the path. */
  public List<Note> otherNotes() {
    return path.isEmpty()
        ? notes
        : notes.stream()
            .filter(note -> !note.kind().equals("path") && !note.kind().equals("blocked"))
            .toList();
  }

  /**
   * Returns the entry as a diagnostic: an error if it makes the run fail; empty for a difference,
   * which has no code.
   */
  public Optional<Diagnostic> diagnostic() {
    Severity severity =
        switch (status) {
          case FAILED, INCONCLUSIVE -> Severity.ERROR;
          case WARNING, NOTE, SUPPRESSED, ACCEPTED, WAIVED, VACUOUS, PROVED -> Severity.WARNING;
        };
    return rule instanceof EntryRule.OfCode(var code)
        ? Optional.of(new Diagnostic(severity, code, message, place, label, related, notes))
        : Optional.empty();
  }

  /** Whether a connection of the counterexample has an end outside of the cluster. */
  public boolean concernsOutside() {
    return path.stream().anyMatch(PathHop::outside);
  }
}
