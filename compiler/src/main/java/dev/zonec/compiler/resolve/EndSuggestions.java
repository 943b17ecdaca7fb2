package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarEnds;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.model.program.Party;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Suggests what to write instead of an unknown end of a query. */
final class EndSuggestions {
  private final List<Party> parties;
  private final Supplier<List<String>> declared;
  private @Nullable List<String> workloads;

  /**
   * @param parties the zones and externals that the query can name
   * @param declared returns the names of the declared workloads, such as {@code shop/web}; called
   *     at most once, and only if an end is unknown
   */
  EndSuggestions(List<Party> parties, Supplier<List<String>> declared) {
    this.parties = parties;
    this.declared = declared;
  }

  /** Returns the help for the unknown end {@code name}; empty if nothing is similar. */
  Optional<String> help(String name) {
    return workload(name)
        .or(
            () ->
                FamiliarEnds.builtIn(name)
                    .map(end -> "write `" + notation(end) + "`, which is built in"))
        .or(() -> nearest(name).map(nearest -> "did you mean `" + nearest + "`?"));
  }

  /** Returns the help for the name of a workload without its namespace, or of a namespace. */
  private Optional<String> workload(String name) {
    List<String> found =
        workloads().stream().filter(each -> withoutNamespace(each).equals(name)).toList();
    if (found.isEmpty()) {
      return workloads().stream().anyMatch(each -> each.startsWith(name + "/"))
          ? Optional.of(
              "for every workload of the namespace, write `pods in namespace(" + name + ")`")
          : Optional.empty();
    }
    return Optional.of(
        found.size() == 1
            ? "write `" + found.getFirst() + "`: a workload is named with its namespace"
            : "write one of `" + String.join("`, `", found) + "`");
  }

  private Optional<String> nearest(String name) {
    Map<String, String> names = new TreeMap<>();
    workloads().forEach(each -> names.putIfAbsent(withoutNamespace(each), each));
    parties.forEach(party -> names.put(party.name(), party.name()));
    return NearestName.to(name, names.keySet()).map(names::get);
  }

  private List<String> workloads() {
    if (workloads == null) {
      workloads = declared.get();
    }
    return workloads;
  }

  private static String withoutNamespace(String workload) {
    return workload.substring(workload.indexOf('/') + 1);
  }

  /** Returns the query's notation for a built-in party. */
  private static String notation(String end) {
    return end.equals("any") || end.equals("any-pod") ? "*" : end;
  }
}
