package dev.zonec.compiler.lint;

import dev.zonec.compiler.lint.Deployed.Target;
import dev.zonec.compiler.lint.Deployed.Workload;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds flows to a port that no container of the destination declares. If a Service has this port
 * and forwards to another one, the flow probably names the Service's port by mistake; policies see
 * only the pods' port.
 */
final class UndeclaredPorts implements Check.OfDeployment {
  private static final int MOST_PORTS = 8;

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1008, Code.ZC1009);
  }

  @Override
  public void run(LintSubject subject, Deployed.Known deployed, Consumer<Finding> findings) {
    Map<Span, Services> written = new HashMap<>();
    subject
        .statements(Statement.Allow.class)
        .forEach(
            allow ->
                written.put(
                    allow.span(), new Services.Listed(NamedServices.statement(allow).toList())));
    for (Flow flow : subject.lowered().program().widestFlows()) {
      if (flow.implied() || !(flow.service() instanceof Service.Listed(var clauses))) {
        continue;
      }
      List<Workload> called = members(flow.to(), deployed);
      for (PortClause clause : clauses) {
        if (called.isEmpty() || called.stream().anyMatch(workload -> declares(workload, clause))) {
          continue;
        }
        Optional<Behind> behind = behind(clause, called, deployed.services());
        if (behind.isPresent()) {
          findings.accept(
              ofService(
                  flow,
                  clause,
                  behind.get(),
                  written.getOrDefault(flow.span(), new Services.Anything())));
        } else if (called.stream().allMatch(w -> !w.ports().isEmpty() || isNamed(clause))) {
          findings.accept(undeclared(flow, clause, called));
        }
      }
    }
  }

  private static List<Workload> members(Party party, Deployed.Known deployed) {
    return deployed.workloads().stream().filter(w -> party.contains(w.pod())).toList();
  }

  private static boolean isNamed(PortClause clause) {
    return clause instanceof PortClause.Named;
  }

  private static boolean declares(Workload workload, PortClause clause) {
    return workload.ports().stream()
        .filter(port -> port.protocol() == clause.protocol())
        .anyMatch(
            port ->
                switch (clause) {
                  case PortClause.AllPorts all -> true;
                  case PortClause.Numbered numbered -> numbered.range().contains(port.number());
                  case PortClause.Named named -> named.name().equals(port.name());
                });
  }

  /** A Service with the port of the flow, and the port of the pods behind it. */
  private record Behind(Deployed.Service service, int shown, int port) {}

  private static Optional<Behind> behind(
      PortClause clause, List<Workload> called, List<Deployed.Service> services) {
    if (!(clause instanceof PortClause.Numbered numbered)
        || numbered.range().first() != numbered.range().last()) {
      return Optional.empty();
    }
    int shown = numbered.range().first();
    for (Deployed.Service service : services) {
      for (Workload workload : called) {
        if (!service.selects(workload.pod())) {
          continue;
        }
        for (Deployed.ServicePort port : service.ports()) {
          if (port.protocol() == clause.protocol() && port.port() == shown) {
            Optional<Integer> target = target(port, workload);
            if (target.isPresent() && target.get() != shown) {
              return Optional.of(new Behind(service, shown, target.get()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> target(Deployed.ServicePort port, Workload workload) {
    return switch (port.target()) {
      case Target.Numbered(int number) -> Optional.of(number);
      case Target.Named(String name) ->
          workload.ports().stream()
              .filter(each -> each.protocol() == port.protocol() && each.name().equals(name))
              .map(Deployed.ContainerPort::number)
              .findFirst();
    };
  }

  private static Finding ofService(Flow flow, PortClause clause, Behind behind, Services services) {
    String right = clause.toString().substring(0, clause.toString().indexOf('/') + 1) + behind.port;
    Diagnostic problem =
        Diagnostic.warning(
                Code.ZC1009,
                flow.span(),
                "`" + clause + "` is the port of the Service, not of `" + flow.to().name() + "`")
            .note(
                "the Service "
                    + behind.service.namespace()
                    + "/"
                    + behind.service.name()
                    + " forwards port "
                    + behind.shown
                    + " to port "
                    + behind.port
                    + " of its pods")
            .help("write the port of the pods: `" + right + "`");
    return new Finding(
        problem, written(services, clause).map(span -> new Edit(span, right)).stream().toList());
  }

  /** Returns the span of the port in the flow; empty if a service of the program contains it. */
  private static Optional<Span> written(Services services, PortClause clause) {
    return switch (services) {
      case Services.Anything() -> Optional.empty();
      case Services.Listed(var terms) -> {
        List<Span> found =
            terms.stream()
                .filter(ServiceTerm.Plain.class::isInstance)
                .map(term -> term.span())
                .filter(span -> span.text().equals(clause.toString()))
                .toList();
        // If several destinations have this port, it is unclear which one is meant.
        yield found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
      }
    };
  }

  private static Finding undeclared(Flow flow, PortClause clause, List<Workload> called) {
    return Finding.of(
        Diagnostic.warning(
                Code.ZC1008,
                flow.span(),
                "no container of `" + flow.to().name() + "` declares the port `" + clause + "`")
            .note(
                "its workloads are "
                    + String.join(", ", called.stream().map(Workload::label).limit(5).toList())
                    + (called.size() > 5 ? ", …" : ""))
            .help(instead(called, clause)));
  }

  /** Lists the declared ports, one of which may be the right one. */
  private static String instead(List<Workload> called, PortClause clause) {
    Set<String> ports = new LinkedHashSet<>();
    called.stream()
        .flatMap(workload -> workload.ports().stream())
        .sorted(
            Comparator.comparing((Deployed.ContainerPort port) -> port.protocol())
                .thenComparingInt(Deployed.ContainerPort::number))
        .forEach(port -> ports.add(written(port, isNamed(clause))));
    if (ports.isEmpty()) {
      return "its containers declare no port at all: name the port by its number";
    }
    return "its containers declare "
        + ShortList.of(ports, MOST_PORTS)
        + ": name one of them, or delete the flow";
  }

  private static String written(Deployed.ContainerPort port, boolean named) {
    String protocol = port.protocol().name().toLowerCase(Locale.ROOT) + "/";
    return named && !port.name().isEmpty()
        ? "`" + protocol + "\"" + port.name() + "\"`"
        : "`" + protocol + port.number() + "`";
  }
}
