package dev.zonec.kubernetes.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the labels that controllers add to pods. Labels that follow from the controller's name are
 * added to its template. If such labels distinguish the replicas of a StatefulSet, or the pods of
 * an indexed Job, the template is divided. The values of other labels are known only to the
 * controller.
 */
final class AutomaticLabels {
  private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  private static final String POD_INDEX = "apps.kubernetes.io/pod-index";
  private static final String COMPLETION_INDEX = "batch.kubernetes.io/job-completion-index";

  /** A value that no label can have, so that no selector can require it. */
  private static final String UNKNOWN = "(set by its controller)";

  private static final Set<String> JOB_NAME = Set.of("job-name", "batch.kubernetes.io/job-name");

  private static final Map<String, List<String>> KNOWN_TO_CONTROLLER =
      Map.of(
          "Deployment", List.of("pod-template-hash"),
          "StatefulSet", List.of("controller-revision-hash"),
          "DaemonSet", List.of("controller-revision-hash", "pod-template-generation"),
          "Job", List.of("batch.kubernetes.io/controller-uid", "controller-uid"),
          "CronJob",
              List.of(
                  "batch.kubernetes.io/job-name",
                  "job-name",
                  "batch.kubernetes.io/controller-uid",
                  "controller-uid"));

  private final SelectorLabels asked;

  AutomaticLabels(SelectorLabels asked) {
    this.asked = asked;
  }

  /**
   * Returns {@code template} with the added labels, once for each of its replicas that selectors
   * distinguish.
   */
  List<Instance> of(Instance template, Ordinals ordinals) {
    Map<String, String> labels = new TreeMap<>(template.labels());
    String name = template.self().name();
    boolean named = !name.contains("*");
    if (template.self().kind().equals("Job") && named) {
      labels.putIfAbsent("batch.kubernetes.io/job-name", name);
      labels.putIfAbsent("job-name", name);
    }
    for (String key : guessed(template)) {
      labels.put(key, UNKNOWN);
    }
    Instance labelled = template.with(labels);
    return switch (template.self().kind()) {
      case "StatefulSet" ->
          asked.contains(POD_NAME) || asked.contains(POD_INDEX)
              ? replicas(labelled, ordinals)
              : List.of(labelled.as(template.self(), all(name + "-", ordinals)));
      case "Job", "CronJob" ->
          asked.contains(COMPLETION_INDEX) && ordinals.count() > 0
              ? completions(labelled, ordinals)
              : List.of(labelled);
      default -> List.of(labelled);
    };
  }

  private static PodNames.Replicas all(String prefix, Ordinals ordinals) {
    return new PodNames.Replicas(prefix, ordinals, Set.of());
  }

  /** Returns the keys of {@code instance} whose values only its controller knows. */
  static List<String> unknown(Instance instance) {
    return instance.labels().entrySet().stream()
        .filter(label -> label.getValue().equals(UNKNOWN))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Whether a label whose value only the controller of {@code instance} knows could have a value
   * that a selector requires. The name of a CronJob's job is the CronJob's name and a number.
   */
  boolean mayBeAsked(Instance instance, String key) {
    String name = instance.self().name();
    boolean ofCronJob =
        instance.self().kind().equals("CronJob") && JOB_NAME.contains(key) && !name.contains("*");
    String like = instance.guessed().getOrDefault(key, "*");
    Pattern values =
        ofCronJob
            ? Pattern.compile(Pattern.quote(name) + "-[0-9]+")
            : Pattern.compile(
                Arrays.stream(like.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
    return asked.values(key).stream().anyMatch(value -> values.matcher(value).matches());
  }

  /** Returns the keys that selectors use and the template does not have. */
  private List<String> guessed(Instance template) {
    // A Job with a generated name is treated like a CronJob's.
    boolean unnamedJob =
        template.self().kind().equals("Job") && template.self().name().contains("*");
    String kind = unnamedJob ? "CronJob" : template.self().kind();
    return Stream.concat(
            KNOWN_TO_CONTROLLER.getOrDefault(kind, List.of()).stream(),
            template.guessed().keySet().stream().sorted())
        .filter(asked::contains)
        .filter(key -> !template.labels().containsKey(key))
        .toList();
  }

  /** Returns each replica that a selector requires, and one for all others. */
  private List<Instance> replicas(Instance template, Ordinals ordinals) {
    String prefix = template.self().name() + "-";
    Set<String> numbers = new LinkedHashSet<>(asked.values(POD_INDEX));
    for (String podName : asked.values(POD_NAME)) {
      if (podName.startsWith(prefix)) {
        numbers.add(podName.substring(prefix.length()));
      }
    }
    Set<Integer> mentioned = mentioned(numbers, ordinals);
    List<Instance> replicas = new ArrayList<>();
    for (int ordinal : mentioned) {
      ObjectName pod = new ObjectName("Pod", template.self().namespace(), prefix + ordinal);
      PodNames.Replicas one = all(prefix, new Ordinals(ordinal, 1));
      replicas.add(replica(template, prefix, ordinal).as(pod, one));
    }
    ordinals
        .firstBut(mentioned)
        .ifPresent(
            ordinal -> {
              PodNames.Replicas others = new PodNames.Replicas(prefix, ordinals, mentioned);
              replicas.add(replica(template, prefix, ordinal).as(template.self(), others));
            });
    return replicas;
  }

  /** Returns the pods of each index that a selector requires, and those of all others. */
  private List<Instance> completions(Instance template, Ordinals ordinals) {
    Set<Integer> mentioned = mentioned(asked.values(COMPLETION_INDEX), ordinals);
    List<Instance> completions = new ArrayList<>();
    for (int index : mentioned) {
      completions.add(completion(template, index).asPart(Integer.toString(index)));
    }
    ordinals.firstBut(mentioned).ifPresent(index -> completions.add(completion(template, index)));
    return completions;
  }

  private static Instance completion(Instance template, int index) {
    Map<String, String> labels = new TreeMap<>(template.labels());
    labels.put(COMPLETION_INDEX, Integer.toString(index));
    return template.with(labels);
  }

  private static Set<Integer> mentioned(Set<String> numbers, Ordinals ordinals) {
    Set<Integer> mentioned = new LinkedHashSet<>();
    numbers.forEach(number -> ordinals.parse(number).ifPresent(mentioned::add));
    return mentioned;
  }

  private static Instance replica(Instance template, String prefix, int ordinal) {
    Map<String, String> labels = new TreeMap<>(template.labels());
    labels.put(POD_NAME, prefix + ordinal);
    labels.put(POD_INDEX, Integer.toString(ordinal));
    return template.with(labels);
  }
}
