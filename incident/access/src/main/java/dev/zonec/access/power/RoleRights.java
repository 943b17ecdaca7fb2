package dev.zonec.access.power;

import dev.zonec.access.authorizer.RuleMatch;
import dev.zonec.kubernetes.access.AccessRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rights that rules give.
 *
 * @param given each right with the rules that give it; after a rule for every object, no others
 *     follow
 * @param everything the first rule that allows every verb on every resource
 */
public record RoleRights(Map<Right, List<Given>> given, List<AccessRule> everything) {
  /** A right of a rule. */
  public record Given(Names names, AccessRule rule) {}

  /** Copies the collections. */
  public RoleRights {
    given = Map.copyOf(given);
    everything = List.copyOf(everything);
  }

  /** Returns the rights that {@code rules} give. */
  public static RoleRights of(List<AccessRule> rules) {
    Map<Right, List<Given>> given = new EnumMap<>(Right.class);
    for (Right right : Right.values()) {
      List<Given> some = given(right, rules);
      if (!some.isEmpty()) {
        given.put(right, some);
      }
    }
    return new RoleRights(
        given, rules.stream().filter(RoleRights::allowsEverything).limit(1).toList());
  }

  private static boolean allowsEverything(AccessRule rule) {
    return rule.names().isEmpty()
        && rule.verbs().contains("*")
        && rule.groups().contains("*")
        && rule.resources().contains("*");
  }

  private static List<Given> given(Right right, List<AccessRule> rules) {
    List<Given> given = new ArrayList<>();
    for (AccessRule rule : rules) {
      if (right.asks().stream().anyMatch(ask -> gives(rule, ask))) {
        if (rule.names().isEmpty()) {
          return List.of(new Given(new Names.All(), rule));
        }
        given.add(new Given(new Names.Only(Set.copyOf(rule.names())), rule));
      }
    }
    return given;
  }

  private static boolean gives(AccessRule rule, Ask ask) {
    for (String resource : ask.resources()) {
      int slash = resource.indexOf('/');
      String whole = slash < 0 ? resource : resource.substring(0, slash);
      String part = slash < 0 ? "" : resource.substring(slash + 1);
      for (String verb : ask.verbs()) {
        if (RuleMatch.allowsSome(rule, verb, ask.group(), whole, part)) {
          return true;
        }
      }
    }
    return false;
  }
}
