package dev.zonec.kubernetes.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that decide about access.
 *
 * @param roles the roles; several with one id if the manifests define it differently
 * @param bindings the bindings
 * @param accounts the declared service accounts, and whether their pods receive a token unless they
 *     say otherwise
 */
public record AccessObjects(
    List<Role> roles, List<Binding> bindings, Map<Subject.ServiceAccount, Boolean> accounts) {
  /** Copies the collections. */
  public AccessObjects {
    roles = List.copyOf(roles);
    bindings = List.copyOf(bindings);
    accounts = Map.copyOf(accounts);
  }

  /** Returns these objects with the {@code others} whose roles are not among them. */
  public AccessObjects withDefaults(List<Role> others) {
    var known = roles.stream().map(Role::id).collect(Collectors.toSet());
    List<Role> all = new ArrayList<>(roles);
    others.stream().filter(role -> !known.contains(role.id())).forEach(all::add);
    return new AccessObjects(all, bindings, accounts);
  }

  /** Returns the roles with each id. */
  public Map<Role.Id, List<Role>> rolesById() {
    Map<Role.Id, List<Role>> byId = roles.stream().collect(Collectors.groupingBy(Role::id));
    return Collections.unmodifiableMap(byId);
  }

  /** Returns every subject of a binding and every service account once, sorted. */
  public List<Subject> subjects() {
    return Stream.<Subject>concat(
            bindings.stream().flatMap(binding -> binding.subjects().stream()),
            accounts.keySet().stream())
        .distinct()
        .sorted(Subject.ORDER)
        .toList();
  }
}
