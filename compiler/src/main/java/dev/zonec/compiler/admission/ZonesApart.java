package dev.zonec.compiler.admission;

import dev.zonec.compiler.admission.AdmissionPolicy.Validation;
import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy that refuses pods with the labels of two zones that are declared disjoint.
 *
 * <p>Pairs whose selectors exclude each other need none. Pairs with a zone that selects namespaces
 * by labels have none: labels of a namespace can change when its pods exist.
 */
final class ZonesApart {
  private ZonesApart() {}

  static Optional<AdmissionPolicy> of(ZoneProgram program) {
    List<Disjointness.Pair> pairs =
        program.disjoint().stream()
            .flatMap(each -> each.pairs().stream())
            .filter(
                pair ->
                    isNamed(pair.first())
                        && isNamed(pair.second())
                        && Satisfiability.overlap(pair.first().pods(), pair.second().pods()))
            .toList();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    List<Validation> validations = new ArrayList<>();
    for (Disjointness.Pair pair : pairs) {
      validations.add(
          new Validation(
              "request.operation == \"UPDATE\" && variables.before == variables.after || !("
                  + in(pair.first())
                  + " && "
                  + in(pair.second())
                  + ")",
              "a pod cannot be in zone "
                  + pair.first().name()
                  + " and in zone "
                  + pair.second().name()
                  + " (module "
                  + program.module()
                  + ")"));
    }
    return Optional.of(
        AdmissionPolicy.of(
            AdmissionPolicy.name(program.module(), "disjoint", ""),
            new AdmissionPolicy.Enforces.Apart(pairs),
            WatchedObjects.pods(),
            WatchedObjects.labels(),
            validations));
  }

  private static boolean isNamed(Party.Zone zone) {
    return zone.pods().terms().stream()
        .allMatch(
            term ->
                term.namespaces() instanceof NamespaceSet.Named(var names, Selector labels)
                    && labels.selectsEverything());
  }

  private static String in(Party.Zone zone) {
    return zone.pods().terms().stream()
        .map(ZonesApart::in)
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  private static String in(PodSet.Term term) {
    List<String> parts = new ArrayList<>();
    if (term.namespaces() instanceof NamespaceSet.Named(var names, var labels)) {
      parts.add("request.namespace in " + Cel.list(names));
    }
    term.pods().requirements().forEach(requirement -> parts.add(satisfied(requirement)));
    return "(" + String.join(" && ", parts) + ")";
  }

  private static String satisfied(Requirement requirement) {
    String has = Cel.quoted(requirement.key()) + " in variables.after";
    String value = "variables.after[" + Cel.quoted(requirement.key()) + "]";
    return switch (requirement) {
      case Requirement.In(var key, var values) ->
          "(" + has + " && " + value + " in " + Cel.list(values) + ")";
      case Requirement.NotIn(var key, var values) ->
          "!(" + has + " && " + value + " in " + Cel.list(values) + ")";
      case Requirement.Exists exists -> has;
      case Requirement.DoesNotExist absent -> "!(" + has + ")";
    };
  }
}
