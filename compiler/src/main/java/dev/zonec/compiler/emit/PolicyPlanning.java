package dev.zonec.compiler.emit;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides which policies a program has, and the content of each. */
final class PolicyPlanning {
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String ZONE = "zonec.dev/zone";

  private final LoweredProgram lowered;
  private final ZoneProgram program;
  private final Party.Denied standard;
  private final PolicyNamespaces namespaces;
  private final OriginAnnotations sources;
  private final Map<String, List<Flow>> outgoing = new HashMap<>();
  private final Map<String, List<Flow>> incoming = new HashMap<>();
  // Flows between zones of the same namespace.
  private final Map<String, List<Flow>> outgoingHere = new HashMap<>();
  private final Map<String, List<Flow>> incomingHere = new HashMap<>();

  PolicyPlanning(LoweredProgram lowered, PolicyNamespaces namespaces, OriginAnnotations sources) {
    this.lowered = lowered;
    this.program = lowered.program();
    this.standard =
        new Party.Denied(program.defaults().ingressDenied(), program.defaults().egressDenied());
    this.namespaces = namespaces;
    this.sources = sources;
    for (Flow flow : program.flows()) {
      outgoing.computeIfAbsent(flow.from().name(), name -> new ArrayList<>()).add(flow);
      incoming.computeIfAbsent(flow.to().name(), name -> new ArrayList<>()).add(flow);
    }
    for (Pattern pattern : program.patterns()) {
      for (Flow flow : pattern.flows()) {
        outgoingHere.computeIfAbsent(flow.from().name(), name -> new ArrayList<>()).add(flow);
        incomingHere.computeIfAbsent(flow.to().name(), name -> new ArrayList<>()).add(flow);
      }
    }
  }

  /** Returns every policy, by namespace and name; empty if nothing is denied. */
  List<PolicyPlan> plan() {
    List<PolicyPlan> plans = new ArrayList<>();
    for (ZoneSelection zone : lowered.zones()) {
      for (String namespace : namespaces.of(zone)) {
        Deadline.check();
        planZone(zone, namespace, plans);
      }
    }
    for (LoweredProgram.Part part : lowered.parts()) {
      if (part.party() instanceof Party.Zone zone) {
        planPart(part.declaration(), zone, plans);
      }
    }
    if (program.defaults().unzonedDenied() && isAnyDenied(standard)) {
      namespaces.governed().forEach(namespace -> plans.add(defaultDeny(namespace)));
    }
    plans.sort(Comparator.comparing(PolicyPlan::namespace).thenComparing(PolicyPlan::name));
    return plans;
  }

  private void planZone(ZoneSelection zone, String namespace, List<PolicyPlan> plans) {
    Set<Span> origins = new LinkedHashSet<>();
    List<PlannedRule> ingress = List.of();
    List<PlannedRule> egress = List.of();
    Party.Denied denied = zone.zone().denied();
    if (!isAnyDenied(denied)) {
      return;
    }
    if (denied.ingress()) {
      ingress = rules(zone.zone().name(), true, namespace, origins);
    }
    if (denied.egress()) {
      egress = rules(zone.zone().name(), false, namespace, origins);
    }
    boolean says = !ingress.isEmpty() || !egress.isEmpty();
    // A zone needs a policy of its own to isolate its pods if there is no default deny, or if the
    // default deny denies less.
    boolean isolatedAnyway =
        program.defaults().unzonedDenied()
            && (standard.ingress() || !denied.ingress())
            && (standard.egress() || !denied.egress());
    if (!says && isolatedAnyway) {
      return;
    }
    if (!says) {
      origins.add(zone.zone().span());
    }
    SortedMap<String, String> labels = labels();
    labels.put(ZONE, zone.zone().name());
    List<Selector> lines = zone.selection().lines();
    for (int line = 1; line <= lines.size(); line++) {
      Selector pods = lines.get(line - 1);
      if (Satisfiability.of(pods)) {
        plans.add(
            new PolicyPlan(
                namespace,
                PolicyNames.of(program.module(), zone.zone().name(), line),
                labels,
                annotations(origins),
                pods,
                denied,
                ingress,
                egress,
                zone.zone().span()));
      }
    }
  }

  /**
   * Plans the policies of a part of a zone, with the flows that only this part has. The zone's own
   * policies already isolate its pods.
   */
  private void planPart(
      PartyDeclaration.Except declaration, Party.Zone part, List<PolicyPlan> plans) {
    Party.Denied denied = part.denied();
    SortedMap<String, String> labels = labels();
    labels.put(ZONE, declaration.base().name());
    List<PodSet.Term> terms = part.pods().terms();
    for (int number = 1; number <= terms.size(); number++) {
      PodSet.Term term = terms.get(number - 1);
      for (String namespace : namespaces.ofTerm(declaration.base().name(), term)) {
        Set<Span> origins = new LinkedHashSet<>();
        List<PlannedRule> ingress =
            denied.ingress() ? rules(part.name(), true, namespace, origins) : List.of();
        List<PlannedRule> egress =
            denied.egress() ? rules(part.name(), false, namespace, origins) : List.of();
        if (!ingress.isEmpty() || !egress.isEmpty()) {
          plans.add(
              new PolicyPlan(
                  namespace,
                  PolicyNames.ofPart(program.module(), declaration, number),
                  labels,
                  annotations(origins),
                  term.pods(),
                  denied,
                  ingress,
                  egress,
                  declaration.span()));
        }
      }
    }
  }

  private static boolean isAnyDenied(Party.Denied denied) {
    return denied.ingress() || denied.egress();
  }

  private List<PlannedRule> rules(
      String zone, boolean ingress, String namespace, Set<Span> origins) {
    RuleMerging merging = new RuleMerging();
    for (Flow flow : (ingress ? incoming : outgoing).getOrDefault(zone, List.of())) {
      open(flow, PartyPeers.of(ingress ? flow.from() : flow.to(), namespace), merging, origins);
    }
    for (Flow flow : (ingress ? incomingHere : outgoingHere).getOrDefault(zone, List.of())) {
      open(flow, PartyPeers.ofOwn(ingress ? flow.from() : flow.to()), merging, origins);
    }
    return merging.rules();
  }

  private SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>(lowered.emitted().labels());
    labels.put(MANAGED_BY, "zonec");
    return labels;
  }

  private SortedMap<String, String> annotations(Set<Span> origins) {
    SortedMap<String, String> annotations = new TreeMap<>(lowered.emitted().annotations());
    annotations.putAll(sources.annotations(origins));
    return annotations;
  }

  private static void open(
      Flow flow, List<PlannedPeer> peers, RuleMerging merging, Set<Span> origins) {
    merging.open(peers, flow.service());
    if (!peers.isEmpty()) {
      origins.add(flow.span());
    }
  }

  private PolicyPlan defaultDeny(String namespace) {
    Span span =
        lowered.zones().stream()
            .filter(zone -> namespaces.of(zone).contains(namespace))
            .map(zone -> zone.zone().span())
            .findFirst()
            .orElseThrow();
    return new PolicyPlan(
        namespace,
        PolicyNames.defaultDeny(program.module()),
        labels(),
        annotations(Set.of()),
        Selector.EVERYTHING,
        standard,
        List.of(),
        List.of(),
        span);
  }
}
