package dev.zonec.response.command;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NarrowedSubject;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.Relabelling;
import dev.zonec.response.quarantine.Isolation;
import dev.zonec.response.quarantine.Quarantine;
import dev.zonec.response.quarantine.Target;
import dev.zonec.response.quarantine.TargetPods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Writes the commands that isolate pods, and those that undo the isolation.
 *
 * @param isolation the pods
 * @param change the change that isolates them
 * @param expressions returns the number of {@code matchExpressions} of a policy's subject
 * @param nodes the treatment of the nodes of the pods
 */
public record Commands(
    Isolation isolation, Change change, ToIntFunction<Policy> expressions, NodeTreatment nodes) {
  /**
   * The label with which the commands find the pods of a workload again if the names of its pods
   * are not known.
   */
  private static final String WORKLOAD_LABEL = "zonec.dev/quarantined-from";

  /**
   * Returns the commands that make the change. The policies come before the labels: a pod that
   * loses its labels first would be selected by no policy for a moment.
   *
   * @param file the file with the new objects; {@code -} for standard input
   */
  public List<String> apply(String file) {
    List<String> lines = new ArrayList<>();
    forEachPod(
        (namespace, pod) ->
            lines.add(
                Shell.line("kubectl", "get", "pod", "-n", namespace, pod, "-o", "yaml")
                    + " > "
                    + Shell.word(namespace + "-" + pod + ".yaml")));
    lines.add(Shell.line("kubectl", "apply", "-f", file));
    for (NarrowedSubject each : change.narrowed()) {
      lines.add(Kubectl.patch(each.policy(), narrowing(each)));
    }
    for (Relabelling each : change.relabelled()) {
      labelled(each, relabelling(each), lines);
    }
    for (String node : nodesOfPods()) {
      switch (nodes) {
        case KEEP -> {}
        case CORDON -> lines.add(Shell.line("kubectl", "cordon", node));
        case DRAIN -> lines.add(Shell.line("kubectl", "drain", node, "--ignore-daemonsets"));
      }
    }
    return lines;
  }

  /** Returns the commands that undo the change, in the opposite order. */
  public List<String> undo() {
    List<String> lines = new ArrayList<>();
    if (nodes != NodeTreatment.KEEP) {
      nodesOfPods().forEach(node -> lines.add(Shell.line("kubectl", "uncordon", node)));
    }
    for (Relabelling each : change.relabelled()) {
      restore(each, lines);
    }
    for (NarrowedSubject each : change.narrowed()) {
      lines.add(Kubectl.patch(each.policy(), widening(each)));
    }
    for (NewObject each : change.deleted()) {
      lines.add(Kubectl.delete(each));
    }
    return lines;
  }

  private interface PodAction {
    void accept(String namespace, String pod);
  }

  private void forEachPod(PodAction action) {
    for (Target target : isolation.targets()) {
      for (TargetPods pods : target.pods()) {
        pods.named().keySet().forEach(pod -> action.accept(target.namespace().name(), pod));
      }
    }
  }

  private List<String> nodesOfPods() {
    return isolation.targets().stream()
        .flatMap(target -> target.pods().stream())
        .flatMap(pods -> pods.nodes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> relabelling(Relabelling change) {
    List<String> words = new ArrayList<>();
    change.set().forEach((key, value) -> words.add(key + "=" + value));
    change.removed().forEach(key -> words.add(key + "-"));
    return words;
  }

  /** Adds a command for the named pods of the namespace, or for the pods that a selector finds. */
  private void labelled(Relabelling change, List<String> labels, List<String> lines) {
    for (TargetPods pods : podsIn(change.namespace())) {
      List<String> words = new ArrayList<>(List.of("kubectl", "label", "pod"));
      words.addAll(List.of("-n", change.namespace(), "--overwrite"));
      if (pods.named().isEmpty()) {
        words.addAll(List.of("-l", selector(TargetPods.known(pods.workload().pod().labels()))));
        words.addAll(labels);
        words.add(WORKLOAD_LABEL + "=" + marker(pods));
      } else {
        words.addAll(pods.named().keySet());
        words.addAll(labels);
      }
      lines.add(Shell.line(words.toArray(String[]::new)));
    }
  }

  private void restore(Relabelling change, List<String> lines) {
    for (TargetPods pods : podsIn(change.namespace())) {
      if (pods.named().isEmpty()) {
        List<String> words = new ArrayList<>(List.of("kubectl", "label", "pod"));
        words.addAll(List.of("-n", change.namespace(), "--overwrite"));
        words.add("-l");
        words.add(
            Quarantine.LABEL + "=" + isolation.id() + "," + WORKLOAD_LABEL + "=" + marker(pods));
        words.addAll(restoring(change, TargetPods.known(pods.workload().pod().labels())));
        words.add(WORKLOAD_LABEL + "-");
        lines.add(Shell.line(words.toArray(String[]::new)));
      }
      pods.named()
          .forEach(
              (pod, labels) -> {
                List<String> words = new ArrayList<>(List.of("kubectl", "label", "pod"));
                words.addAll(List.of("-n", change.namespace(), "--overwrite", pod));
                words.addAll(restoring(change, labels));
                lines.add(Shell.line(words.toArray(String[]::new)));
              });
    }
  }

  /** Returns the words that give a pod the labels {@code before} again. */
  private static List<String> restoring(Relabelling change, Map<String, String> before) {
    List<String> words = new ArrayList<>();
    SortedMap<String, String> lost = change.lost(before);
    lost.forEach((key, value) -> words.add(key + "=" + value));
    change.set().keySet().stream()
        .filter(key -> !before.containsKey(key))
        .forEach(key -> words.add(key + "-"));
    return words;
  }

  /** Returns the value of the label that tells the pods of workloads without known pods apart. */
  private String marker(TargetPods pods) {
    return String.valueOf(
        isolation.targets().stream()
                .flatMap(target -> target.pods().stream())
                .toList()
                .indexOf(pods)
            + 1);
  }

  private List<TargetPods> podsIn(String namespace) {
    return isolation.targets().stream()
        .filter(target -> target.namespace().name().equals(namespace))
        .flatMap(target -> target.pods().stream())
        .toList();
  }

  private static String selector(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * Returns a JSON Patch (RFC 6902) that adds the requirement to the subject. It fails, and
   * replaces nothing, if the subject has got expressions since.
   */
  private String narrowing(NarrowedSubject narrowed) {
    String requirement = requirement(narrowed);
    return expressions.applyAsInt(narrowed.policy()) == 0
        ? "[{\"op\":\"test\",\"path\":\"/spec/podSelector/matchExpressions\",\"value\":null},"
            + "{\"op\":\"add\",\"path\":\"/spec/podSelector/matchExpressions\",\"value\":["
            + requirement
            + "]}]"
        : "[{\"op\":\"add\",\"path\":\"/spec/podSelector/matchExpressions/-\",\"value\":"
            + requirement
            + "}]";
  }

  /**
   * Returns a JSON Patch that removes the requirement again. It fails if the requirement is no
   * longer where it was added.
   */
  private String widening(NarrowedSubject narrowed) {
    int before = expressions.applyAsInt(narrowed.policy());
    String path = "/spec/podSelector/matchExpressions" + (before == 0 ? "" : "/" + before);
    String requirement = requirement(narrowed);
    String value = before == 0 ? "[" + requirement + "]" : requirement;
    return "[{\"op\":\"test\",\"path\":\""
        + path
        + "\",\"value\":"
        + value
        + "},{\"op\":\"remove\",\"path\":\""
        + path
        + "\"}]";
  }

  private static String requirement(NarrowedSubject narrowed) {
    return "{\"key\":\"" + narrowed.key() + "\",\"operator\":\"DoesNotExist\"}";
  }

  /** Returns the workloads with pods whose nodes are not known. */
  public List<Workload> onUnknownNodes() {
    return isolation.targets().stream()
        .flatMap(target -> target.pods().stream())
        .filter(TargetPods::onUnknownNode)
        .map(TargetPods::workload)
        .toList();
  }

  /** Returns the workloads whose pods have no known names, so that a selector stands for them. */
  public List<Workload> unnamed() {
    return isolation.targets().stream()
        .flatMap(target -> target.pods().stream())
        .filter(pods -> pods.named().isEmpty())
        .map(TargetPods::workload)
        .toList();
  }
}
