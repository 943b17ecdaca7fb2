package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A NetworkPolicy with its defaults applied.
 *
 * @param namespace its namespace
 * @param name its name
 * @param subject which pods of the namespace it applies to
 * @param directions the directions in which it isolates them (networking/v1 defaults.go: Ingress
 *     when none is given, and Egress if there is an egress rule)
 * @param ingress its ingress rules; empty unless it isolates ingress
 * @param egress its egress rules; empty unless it isolates egress
 * @param author what wrote it
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
  /** What identifies a NetworkPolicy in a cluster. */
  public record Id(String namespace, String name) {}

  /** Copies the collections. */
  public Policy {
    directions = Set.copyOf(directions);
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Whether zonec wrote it. */
  public boolean generated() {
    return author instanceof Author.Zonec;
  }

  /** The same with other rules. */
  public Policy withRules(List<Rule> otherIngress, List<Rule> otherEgress) {
    return new Policy(
        namespace, name, subject, directions, otherIngress, otherEgress, author, span);
  }

  /** The same with other rules in {@code direction}. */
  public Policy withRules(Direction direction, List<Rule> others) {
    return direction == Direction.INGRESS ? withRules(others, egress) : withRules(ingress, others);
  }

  /** The same without a say in {@code direction}; none if it says nothing then. */
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

  /** Whether {@code other} is this policy, perhaps with other rules. */
  public boolean isSame(Policy other) {
    return id().equals(other.id());
  }

  /** Returns the namespace and name, which identify the policy. */
  public Id id() {
    return new Id(namespace, name);
  }

  /** Whether it isolates {@code pod} in {@code direction}. */
  public boolean isolates(Endpoint.Pod pod, Direction direction) {
    return directions.contains(direction)
        && namespace.equals(pod.namespace().name())
        && subject.matches(pod.labels());
  }

  /** Its rules in {@code direction}. */
  public List<Rule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  @Override
  public String toString() {
    return "NetworkPolicy " + namespace + "/" + name;
  }
}
