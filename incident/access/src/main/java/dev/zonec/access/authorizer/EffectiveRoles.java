package dev.zonec.access.authorizer;

import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessRule;
import dev.zonec.kubernetes.access.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of each role. An aggregated role has the rules of all ClusterRoles that its selectors
 * match, and of those that these aggregate in turn. Its written rules count too: they are in force
 * until the controller replaces them.
 */
public final class EffectiveRoles {
  private final Map<Role.Id, List<Role>> roles;
  private final List<Role> clusterRoles;
  private final Map<Role.Id, List<AccessRule>> known = new ConcurrentHashMap<>();

  /** Creates the rules of the roles of {@code objects}. */
  public EffectiveRoles(AccessObjects objects) {
    this.roles = objects.rolesById();
    this.clusterRoles = objects.roles().stream().filter(role -> role.id().clusterScoped()).toList();
  }

  /** Returns the rules of a role; empty if it does not exist. */
  public Optional<List<AccessRule>> rules(Role.Id id) {
    @Nullable List<AccessRule> before = known.get(id);
    if (before != null) {
      return Optional.of(before);
    }
    @Nullable List<Role> written = roles.get(id);
    if (written == null) {
      return Optional.empty();
    }
    List<AccessRule> rules = new ArrayList<>();
    Set<Role> visited = new HashSet<>();
    written.forEach(role -> collect(role, visited, rules));
    known.put(id, rules);
    return Optional.of(rules);
  }

  private void collect(Role role, Set<Role> visited, List<AccessRule> rules) {
    if (!visited.add(role)) {
      return;
    }
    rules.addAll(role.rules());
    if (!role.aggregated().isEmpty()) {
      for (Role other : clusterRoles) {
        if (role.aggregated().stream().anyMatch(each -> each.matches(other.labels()))) {
          collect(other, visited, rules);
        }
      }
    }
  }
}
