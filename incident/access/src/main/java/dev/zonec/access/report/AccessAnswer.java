package dev.zonec.access.report;

import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.power.Power;
import dev.zonec.model.endpoint.Namespace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The subjects that can undo what was proved.
 *
 * @param subjects the subjects, the strongest first
 * @param examined the number of all subjects
 * @param assertions the names of the program's assertions; empty without a program
 * @param single whether only one subject was asked for
 * @param withoutPodSecurity the namespaces in which a subject can run pods and that do not enforce
 *     a Pod Security level, as far as the manifests show them
 */
public record AccessAnswer(
    List<SubjectAnswer> subjects,
    int examined,
    Optional<List<String>> assertions,
    boolean single,
    SortedSet<String> withoutPodSecurity) {
  private static final String ENFORCED = "pod-security.kubernetes.io/enforce";
  private static final Set<String> LEVELS = Set.of("baseline", "restricted");

  /** Copies the collections. */
  public AccessAnswer {
    subjects = List.copyOf(subjects);
    withoutPodSecurity = new TreeSet<>(withoutPodSecurity);
  }

  /**
   * Sorts {@code answers}.
   *
   * @param single whether only one subject was asked for
   * @param namespaces the namespaces of the world
   */
  public static AccessAnswer of(
      List<SubjectAnswer> answers,
      int examined,
      Optional<List<String>> assertions,
      boolean single,
      Collection<Namespace> namespaces) {
    List<PowerHeld> runs =
        answers.stream()
            .filter(answer -> !answer.builtin() && !answer.powers().isEverything())
            .flatMap(answer -> answer.powers().powers().stream())
            .filter(held -> held.power() == Power.WORKLOADS)
            .toList();
    return new AccessAnswer(
        answers.stream().sorted(SubjectAnswer.ORDER).toList(),
        examined,
        assertions,
        single,
        namespaces.stream()
            .filter(each -> !LEVELS.contains(each.labels().getOrDefault(ENFORCED, "")))
            .map(Namespace::name)
            .filter(name -> runs.stream().anyMatch(held -> held.scope().includes(name)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Returns the subjects that are a part of Kubernetes, which are listed together. */
  List<SubjectAnswer> builtin() {
    return single ? List.of() : subjects.stream().filter(SubjectAnswer::builtin).toList();
  }

  /** Returns the other subjects, without those that are listed with their group. */
  List<SubjectAnswer> listed() {
    return subjects.stream()
        .filter(each -> single || (!each.builtin() && each.group().isEmpty()))
        .toList();
  }

  /** Returns the subjects that have all their powers from {@code group}. */
  List<SubjectAnswer> members(SubjectAnswer group) {
    return subjects.stream()
        .filter(each -> !each.builtin() && each.group().equals(Optional.of(group.subject())))
        .toList();
  }

  /** Whether a subject that is not a part of Kubernetes has a power. */
  public boolean anySubject() {
    return subjects.stream().anyMatch(each -> !each.builtin() && !each.powers().powers().isEmpty());
  }

  /** Whether a workload carries a subject that is not a part of Kubernetes and has a power. */
  public boolean anyWorkload() {
    return carried() > 0;
  }

  /** Returns the number of such subjects. */
  int carried() {
    return (int)
        subjects.stream()
            .filter(each -> !each.builtin() && each.carried())
            .filter(each -> !each.powers().powers().isEmpty())
            .count();
  }
}
