package dev.zonec.verifier.smt;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Translates numbers of a vocabulary back to endpoints that the concrete semantics can evaluate.
 *
 * @param vocabulary the vocabulary
 */
public record WitnessDecoder(Vocabulary vocabulary) {
  /**
   * Returns the endpoint with these values.
   *
   * @param workload the declared workload that the endpoint is a pod of, if any
   * @param name the name of the pod; the other end needs a different name
   */
  public Witness decode(EndpointValues values, Optional<Workload> workload, String name) {
    if (!values.isPod()) {
      IpAddress address = values.addresses().getFirst();
      return new Witness(new Endpoint.External(address), address.toString(), false);
    }
    Namespace namespace = namespace(values);
    // The address of a pod matters only if an address block can tell pods apart.
    List<IpAddress> addresses =
        values.addresses().stream()
            .filter(address -> vocabulary.podAtoms(address.family()).stream().count() > 1)
            .toList();
    if (workload.isPresent()) {
      Endpoint.Pod pod = workload.get().pod();
      Endpoint.Pod replica =
          new Endpoint.Pod(
              namespace,
              pod.name() + " (" + name + ")",
              pod.labels(),
              pod.namedPorts(),
              false,
              "",
              pod.addresses().isEmpty() ? addresses : pod.addresses());
      return new Witness(replica, workload.get().label(), true);
    }
    Map<String, String> labels = labels(vocabulary.podKeys(), values.podLabels());
    Endpoint.Pod pod =
        new Endpoint.Pod(namespace, name, labels, values.namedPorts(), false, "", addresses);
    return new Witness(pod, label(pod), false);
  }

  private Namespace namespace(EndpointValues values) {
    Map<String, String> labels = labels(vocabulary.namespaceKeys(), values.namespaceLabels());
    if (!vocabulary.isNamed(values.namespace())) {
      List<String> distinct = new ArrayList<>();
      labels.forEach((key, value) -> distinct.add(value));
      String name = String.join("-", "some-other-namespace", String.join("-", distinct));
      return Namespace.declared(distinct.isEmpty() ? "some-other-namespace" : name, labels);
    }
    Namespace known = vocabulary.namespaces().get(values.namespace()).namespace();
    if (vocabulary.labelsKnown(values.namespace())) {
      return Namespace.declared(known.name(), known.labels());
    }
    Map<String, String> all = new TreeMap<>(known.labels());
    all.putAll(labels);
    return Namespace.declared(known.name(), all);
  }

  private static Map<String, String> labels(List<LabelKey> keys, List<Integer> values) {
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (values.get(i) != LabelKey.ABSENT) {
        labels.put(keys.get(i).key(), keys.get(i).text(values.get(i)));
      }
    }
    return labels;
  }

  /**
   * Returns the name in reports of a pod that no manifest declares, such as {@code a pod with
   * app=web in shop}.
   */
  private String label(Endpoint.Pod pod) {
    String labels = pod.labels().isEmpty() ? "without labels" : "with " + joined(pod.labels());
    return "a pod " + labels + " in " + label(pod.namespace());
  }

  private String label(Namespace namespace) {
    int index = vocabulary.namespaceIndex(namespace.name());
    Map<String, String> labels = new TreeMap<>(namespace.labels());
    labels.remove(Namespace.NAME_LABEL);
    boolean showLabels = !labels.isEmpty() && !vocabulary.labelsKnown(index);
    String name = vocabulary.isNamed(index) ? namespace.name() : "some other namespace";
    return showLabels ? name + " (labelled " + joined(labels) + ")" : name;
  }

  private static String joined(Map<String, String> labels) {
    List<String> parts = new ArrayList<>();
    labels.forEach((key, value) -> parts.add(key + "=" + value));
    return String.join(",", parts);
  }
}
