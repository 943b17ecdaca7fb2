package dev.zonec.verifier.origin;

import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.RuleMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the origins of policies. Statements are looked up in the given program. The labels and
 * annotations of a policy are used only if the program has no policy of its name
 * (spec/verification.md, Counterexamples).
 */
public final class PolicyOrigins {
  /** The origins if no program is given. */
  public static final PolicyOrigins NONE = new PolicyOrigins(Optional.empty(), List.of());

  private final Optional<ZoneProgram> program;
  private final Map<Policy.Id, Policy> compiled = new HashMap<>();

  private PolicyOrigins(Optional<ZoneProgram> program, List<Policy> compiled) {
    this.program = program;
    compiled.forEach(policy -> this.compiled.put(policy.id(), policy));
  }

  /**
   * Returns the origins of policies, given a program.
   *
   * @param compiled the policies that {@code program} compiles to. Reports can be about these
   *     policies, or about policies with the same names in manifests
   */
  public static PolicyOrigins of(ZoneProgram program, List<Policy> compiled) {
    return new PolicyOrigins(Optional.of(program), compiled);
  }

  /**
   * Returns the origin of a rule that admits {@code connection} on the side of {@code direction}.
   */
  public PolicyOrigin of(RuleMatch admission, Direction direction, Connection connection) {
    Policy policy = admission.policy();
    Optional<Policy> own = own(policy);
    if (program.isEmpty() || own.isEmpty()) {
      return foreign(policy);
    }
    boolean same =
        own.get().rules(direction).stream()
            .anyMatch(rule -> RuleShape.of(rule).equals(RuleShape.of(admission.rule())));
    Optional<PolicyOrigin.Statement> zone = zone(own.get(), program.get());
    if (!same) {
      return zone.<PolicyOrigin>map(PolicyOrigin.Modified::new).orElseGet(() -> foreign(policy));
    }
    List<PolicyOrigin.Statement> flows =
        new FlowsOfRule(program.get())
            .of(admission, direction, connection).stream()
                .map(PolicyOrigins::statement)
                .distinct()
                .toList();
    return compiled(policy, own.get(), flows.isEmpty() ? zone.stream().toList() : flows);
  }

  /** Returns the origin of a policy that isolates pods. */
  public PolicyOrigin of(Policy policy) {
    Optional<Policy> own = own(policy);
    if (program.isEmpty() || own.isEmpty()) {
      return foreign(policy);
    }
    Optional<PolicyOrigin.Statement> zone = zone(own.get(), program.get());
    // The caller may ask about a policy that is restricted to one of its directions.
    boolean same =
        own.get().directions().containsAll(policy.directions())
            && RuleShape.of(own.get().subject()).equals(RuleShape.of(policy.subject()));
    return same
        ? compiled(policy, own.get(), zone.stream().toList())
        : zone.<PolicyOrigin>map(PolicyOrigin.Modified::new).orElseGet(() -> foreign(policy));
  }

  /**
   * Returns how the generated policies in {@code written} differ from the policies that the program
   * compiles to.
   *
   * @param written policies that were generated from the program
   */
  public Drift drift(List<Policy> written) {
    if (program.isEmpty()) {
      return new Drift(List.of(), List.of(), List.of());
    }
    List<Policy> changed = new ArrayList<>();
    List<Policy> obsolete = new ArrayList<>();
    Map<Policy.Id, Policy> missing = new HashMap<>(compiled);
    for (Policy policy : written) {
      missing.remove(policy.id());
      Policy own = compiled.get(policy.id());
      if (own == null) {
        obsolete.add(policy);
      } else if (!sameContent(own, policy)) {
        changed.add(policy);
      }
    }
    return new Drift(changed, missing.values().stream().sorted(Policy.BY_PATH).toList(), obsolete);
  }

  private static boolean sameContent(Policy one, Policy other) {
    return one.directions().equals(other.directions())
        && RuleShape.of(one.subject()).equals(RuleShape.of(other.subject()))
        && Arrays.stream(Direction.values())
            .allMatch(way -> shapes(one, way).equals(shapes(other, way)));
  }

  private static Set<RuleShape> shapes(Policy policy, Direction direction) {
    return policy.rules(direction).stream().map(RuleShape::of).collect(Collectors.toSet());
  }

  private static PolicyOrigin compiled(
      Policy policy, Policy own, List<PolicyOrigin.Statement> statements) {
    boolean inMemory = own.span().source().equals(policy.span().source());
    return statements.isEmpty()
        ? foreign(policy, true)
        : new PolicyOrigin.Compiled(!inMemory, statements);
  }

  /** Returns the policy that the program compiles to under the name of a generated policy. */
  private Optional<Policy> own(Policy policy) {
    return policy.generated() ? Optional.ofNullable(compiled.get(policy.id())) : Optional.empty();
  }

  private PolicyOrigin foreign(Policy policy) {
    return foreign(policy, program.isPresent());
  }

  private static PolicyOrigin foreign(Policy policy, boolean programGiven) {
    return switch (policy.author()) {
      case Author.Person person -> new PolicyOrigin.HandWritten();
      case Author.Zonec zonec -> new PolicyOrigin.OtherProgram(zonec, programGiven);
    };
  }

  /**
   * Returns the zone of a compiled policy. For a default deny, this is the first zone of its
   * namespace.
   */
  private static Optional<PolicyOrigin.Statement> zone(Policy own, ZoneProgram program) {
    return own.author() instanceof Author.Zonec(String name, String sources)
        ? program.zones().stream()
            .filter(zone -> name.isEmpty() ? isIn(zone, own) : zone.name().equals(name))
            .findFirst()
            .map(
                zone ->
                    new PolicyOrigin.Statement(PolicyOrigin.Kind.ZONE, zone.name(), zone.span()))
        : Optional.empty();
  }

  private static boolean isIn(Party.Zone zone, Policy policy) {
    return zone.pods().terms().stream()
        .anyMatch(
            term ->
                switch (term.namespaces()) {
                  case NamespaceSet.Named named -> named.names().contains(policy.namespace());
                  case NamespaceSet.Selected selected -> true;
                });
  }

  private static PolicyOrigin.Statement statement(Flow flow) {
    return flow.implied()
        ? new PolicyOrigin.Statement(PolicyOrigin.Kind.DEFAULT, "dns allow", flow.span())
        : new PolicyOrigin.Statement(PolicyOrigin.Kind.FLOW, flow.written(), flow.span());
  }
}
