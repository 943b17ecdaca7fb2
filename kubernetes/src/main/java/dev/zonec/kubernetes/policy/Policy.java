package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A NetworkPolicy with defaults applied.
 *
 * @param namespace its namespace
 * @param name its name
 * @param subject the selector of its pods
 * @param directions the directions in which it isolates them (networking/v1 defaults.go: Ingress by
 *     default, and Egress if there is an egress rule)
 * @param ingress its ingress rules; empty unless it isolates ingress
 * @param egress its egress rules; empty unless it isolates egress
 * @param author its author
 * @param span the whole object in its manifest
 */
public record Policy(
    String namespace,
    String name,
    Selector subject,
    Set<Direction> directions,
    List<Rule> ingress,
    List<Rule> egress,
    Author author,
    Span span) {
  /** The order of the policies of a world. */
  public static final Comparator<Policy> ORDER =
      Comparator.comparing(Policy::namespace).thenComparing(Policy::name);

  /** The order of lists of names: by {@code namespace/name} as one text. */
  public static final Comparator<Policy> BY_PATH =
      Comparator.comparing(policy -> policy.namespace() + "/" + policy.name());

  /** What identifies a NetworkPolicy in a cluster. */
  public record Id(String namespace, String name) {}

  /** Copies the collections. */
  public Policy {
    directions = Set.copyOf(directions);
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Whether zonec generated the policy. */
  public boolean generated() {
    return author instanceof Author.Zonec;
  }

  /** Returns a copy with other rules. */
  public Policy withRules(List<Rule> otherIngress, List<Rule> otherEgress) {
    return new Policy(
        namespace, name, subject, directions, otherIngress, otherEgress, author, span);
  }

  /** Returns a copy with other rules in {@code direction}. */
  public Policy withRules(Direction direction, List<Rule> others) {
    return direction == Direction.INGRESS ? withRules(others, egress) : withRules(ingress, others);
  }

  /** Returns a copy without {@code direction}; empty if no direction remains. */
  public Optional<Policy> without(Direction direction) {
    Set<Direction> rest =
        directions.stream().filter(d -> d != direction).collect(Collectors.toSet());
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Policy(
                namespace,
                name,
                subject,
                rest,
                direction == Direction.INGRESS ? List.of() : ingress,
                direction == Direction.EGRESS ? List.of() : egress,
                author,
                span));
  }

  /** Whether {@code other} is the same policy, possibly with other rules. */
  public boolean isSame(Policy other) {
    return id().equals(other.id());
  }

  /** Returns the namespace and name, which identify the policy. */
  public Id id() {
    return new Id(namespace, name);
  }

  /** Whether the policy isolates {@code pod} in {@code direction}. */
  public boolean isolates(Endpoint.Pod pod, Direction direction) {
    return directions.contains(direction)
        && namespace.equals(pod.namespace().name())
        && subject.matches(pod.labels());
  }

  /** Returns the rules in {@code direction}. */
  public List<Rule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  @Override
  public String toString() {
    return "NetworkPolicy " + namespace + "/" + name;
  }
}
