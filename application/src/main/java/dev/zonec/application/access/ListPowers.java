package dev.zonec.application.access;

import dev.zonec.access.assertion.RestingAssertions;
import dev.zonec.access.escalation.AccessAnalysis;
import dev.zonec.access.escalation.SubjectPowers;
import dev.zonec.access.report.AccessAnswer;
import dev.zonec.access.report.SubjectAnswer;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.access.Binding;
import dev.zonec.kubernetes.access.Subject;
import dev.zonec.kubernetes.live.ReadExtent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the subjects that can change what the proofs of a program rest on. */
public record ListPowers(PowersRequest request) {
  /** Reads the inputs and lists the subjects. */
  public QuestionOutcome<ListedPowers> outcome() {
    return switch (QuestionInputs.of(request.question(), ReadExtent.WITH_ACCESS)) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs when !request.question().manifests().given() ->
          new QuestionOutcome.NoManifests<>();
      case QuestionInputs.Ready inputs -> answer(inputs);
    };
  }

  private QuestionOutcome<ListedPowers> answer(QuestionInputs.Ready inputs) {
    AnsweredManifests about = withoutUnmodelled(inputs.manifests(List.of()));
    Progress.begin("reading roles and bindings");
    ClusterAccess access = ClusterAccess.of(inputs.loaded(), about.read());
    AccessAnalysis analysis = access.analysis();
    List<Subject> subjects = analysis.subjects();
    Optional<String> subject = request.subject();
    if (subject.isPresent()) {
      subjects =
          subjects.stream().filter(each -> id(each).equals(withKind(subject.get()))).toList();
      if (subjects.isEmpty()) {
        return new QuestionOutcome.UnknownEnds<>(about, List.of(unknown(analysis)));
      }
    }
    Progress.begin("following the rights of each subject");
    RestingAssertions resting = new RestingAssertions(inputs.program(), about.read().world());
    List<SubjectAnswer> answers = new ArrayList<>();
    for (Subject each : subjects) {
      Deadline.check();
      SubjectPowers powers = analysis.powers(each);
      if (subject.isPresent() || !powers.powers().isEmpty()) {
        answers.add(
            new SubjectAnswer(
                powers,
                analysis.carriers(each),
                analysis.group(each),
                analysis.isBuiltin(each),
                resting.restingOn(powers)));
      }
    }
    AccessAnswer answer =
        AccessAnswer.of(
            answers,
            analysis.subjects().size(),
            inputs.given() ? Optional.of(resting.names()) : Optional.empty(),
            subject.isPresent(),
            about.read().world().namespaces());
    List<Diagnostic> missing = missing(access);
    return new QuestionOutcome.Answered<>(
        about, new ListedPowers(answer, judgement(answer, about, missing)), missing);
  }

  private ListedPowers.Judgement judgement(
      AccessAnswer answer, AnsweredManifests about, List<Diagnostic> missing) {
    if (request.failOn().filter(wanted -> wanted.fails(answer)).isPresent()) {
      return ListedPowers.Judgement.FAILS;
    }
    if (!about.covers(missing)) {
      return ListedPowers.Judgement.INCOMPLETE;
    }
    boolean absent = missing.stream().anyMatch(each -> each.code() == Code.ZC1102);
    return absent
            && request.failOn().isPresent()
            && !request.question().manifests().skipUnreadable()
        ? ListedPowers.Judgement.ROLE_ABSENT
        : ListedPowers.Judgement.PASSES;
  }

  /**
   * Policies of kinds that are not modelled do not matter here: their rights count all the same.
   */
  private static AnsweredManifests withoutUnmodelled(AnsweredManifests about) {
    return new AnsweredManifests(
        about.read(),
        about.cluster(),
        about.read().gaps().stream()
            .map(gap -> gap.problem())
            .filter(problem -> problem.code() != Code.ZC0511)
            .toList(),
        about.partial());
  }

  private List<Diagnostic> missing(ClusterAccess access) {
    List<Diagnostic> missing = new ArrayList<>();
    boolean accepted = request.question().manifests().skipUnreadable();
    for (Diagnostic problem : access.problems()) {
      missing.add(accepted ? problem.asWarning() : problem);
    }
    for (Binding binding : access.analysis().unresolved()) {
      missing.add(
          Diagnostic.warning(
                  Code.ZC1102,
                  binding.reference(),
                  binding + " refers to " + binding.role() + ", which does not exist")
              .note("the subjects get its rights as soon as somebody creates the role"));
    }
    return missing;
  }

  private static String id(Subject subject) {
    return switch (subject) {
      case Subject.User(String name) -> "user:" + name;
      case Subject.Group(String name) -> "group:" + name;
      case Subject.ServiceAccount(String namespace, String name) -> "sa:" + namespace + "/" + name;
    };
  }

  /** A name with a slash and without a kind is a service account. */
  private static String withKind(String asked) {
    boolean kind =
        asked.startsWith("user:") || asked.startsWith("group:") || asked.startsWith("sa:");
    return kind ? asked : asked.indexOf('/') < 0 ? "user:" + asked : "sa:" + asked;
  }

  private Diagnostic unknown(AccessAnalysis analysis) {
    String asked = withKind(request.subject().orElse(""));
    Diagnostic unknown =
        Diagnostic.error(
            Code.ZC1103, "no binding and no workload names the subject `" + asked + "`");
    return NearestName.to(asked, analysis.subjects().stream().map(ListPowers::id).toList())
        .map(nearest -> unknown.help("did you mean `" + nearest + "`?"))
        .orElseGet(() -> unknown.help("write `user:NAME`, `group:NAME` or `sa:NAMESPACE/NAME`"));
  }
}
