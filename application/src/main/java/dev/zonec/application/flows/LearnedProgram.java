package dev.zonec.application.flows;

import dev.zonec.application.init.WorkloadZones;
import dev.zonec.application.lint.DeployedObjects;
import dev.zonec.compiler.lint.AcceptedFindings;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A program that was drafted from observed flows.
 *
 * @param text the text of the program
 * @param zones the number of zones
 * @param flows the number of flows
 * @param leftOut a warning for each reason why observed flows are not in the program
 */
public record LearnedProgram(String text, int zones, int flows, List<Diagnostic> leftOut) {
  /** The number of outside addresses that a program lists; more of them become {@code internet}. */
  private static final int MOST_ADDRESSES = 16;

  private static final int SHOWN = 5;

  /** Copies the list. */
  public LearnedProgram {
    leftOut = List.copyOf(leftOut);
  }

  /** The flows between two ends of the program, whatever their ports. */
  private record Ends(String from, String to) {}

  /** The ports of a flow, and its evidence. */
  private static final class Evidence {
    private final TreeSet<String> ports = new TreeSet<>();
    private long connections;
    private long first = -1;
    private long last = -1;

    private void add(Row row) {
      ports.add(row.key().transport());
      connections += Math.max(1, row.connections());
      if (row.first() >= 0) {
        first = first < 0 ? row.first() : Math.min(first, row.first());
        last = Math.max(last, row.last());
      }
    }
  }

  /** The rows that become flows, and those that do not. */
  private static final class Drafting {
    private final WorkloadZones zones;
    private final Map<Ends, Evidence> flows = new LinkedHashMap<>();
    private final Map<List<String>, TreeMap<String, List<Row>>> outward = new LinkedHashMap<>();
    private final Map<List<String>, TreeMap<String, List<Row>>> inward = new LinkedHashMap<>();
    private final Map<String, List<Row>> leftOut = new LinkedHashMap<>();
    private final Map<String, Set<String>> externals = new LinkedHashMap<>();

    private Drafting(WorkloadZones zones) {
      this.zones = zones;
    }

    private void leave(String reason, Row row) {
      leftOut.computeIfAbsent(reason, r -> new ArrayList<>()).add(row);
    }

    private void add(Row row) {
      RowKey key = row.key();
      Optional<WorkloadZones.Zone> from = zones.labelled(key.from().name());
      Optional<WorkloadZones.Zone> to = zones.labelled(key.to().name());
      boolean fromOutside = key.from().kind() == FlowEnd.Kind.OUTSIDE;
      boolean toOutside = key.to().kind() == FlowEnd.Kind.OUTSIDE;
      if ((from.isEmpty() && !fromOutside) || (to.isEmpty() && !toOutside)) {
        leave("no zone has a workload: no label names it, or a system namespace has it", row);
      } else if (toOutside) {
        outward
            .computeIfAbsent(
                List.of(from.orElseThrow().name(), key.transport()), k -> new TreeMap<>())
            .computeIfAbsent(key.to().address(), a -> new ArrayList<>())
            .add(row);
      } else if (fromOutside) {
        inward
            .computeIfAbsent(
                List.of(to.orElseThrow().name(), key.transport()), k -> new TreeMap<>())
            .computeIfAbsent(key.from().address(), a -> new ArrayList<>())
            .add(row);
      } else {
        flow(from.orElseThrow().name(), to.orElseThrow().name(), List.of(row));
      }
    }

    private void flow(String from, String to, List<Row> rows) {
      Evidence evidence = flows.computeIfAbsent(new Ends(from, to), ends -> new Evidence());
      rows.forEach(evidence::add);
    }

    /** Names the outside ends: few addresses are listed, and many are the internet. */
    private void nameOutside() {
      outward.forEach(
          (key, addresses) ->
              flow(key.getFirst(), external(key, addresses, "out"), all(addresses)));
      inward.forEach(
          (key, addresses) -> flow(external(key, addresses, "in"), key.getFirst(), all(addresses)));
    }

    private static List<Row> all(Map<String, List<Row>> addresses) {
      return addresses.values().stream().flatMap(List::stream).toList();
    }

    private String external(List<String> key, Map<String, List<Row>> addresses, String direction) {
      if (addresses.size() > MOST_ADDRESSES) {
        return "internet";
      }
      Optional<String> same =
          externals.entrySet().stream()
              .filter(each -> each.getValue().equals(addresses.keySet()))
              .map(Map.Entry::getKey)
              .findFirst();
      String name = key.getFirst() + "-" + direction + "-" + key.get(1).replace('/', '-');
      return same.orElseGet(
          () -> {
            externals.put(name, new TreeSet<>(addresses.keySet()));
            return name;
          });
    }
  }

  /**
   * Drafts a program: zones from the labels of the workloads, and a flow for each observed flow
   * with evidence.
   *
   * @param module the name of its module
   * @param name the name of the file in messages
   */
  public static LearnedProgram of(CheckedFlows checked, String module, String name, LocalDate day) {
    Drafting drafting =
        new Drafting(new WorkloadZones(checked.inputs().read().world().workloads()));
    for (Row row : checked.rows()) {
      Optional<String> lack = lack(row);
      if (lack.isEmpty()) {
        drafting.add(row);
      } else if (!lack.get().isEmpty()) {
        drafting.leave(lack.get(), row);
      }
    }
    drafting.nameOutside();
    String text = formatted(text(drafting, module), name);
    LintOptions lint =
        new LintOptions(
            day,
            GivenParams.NONE,
            DeployedObjects.of(
                checked.inputs().read().world(), checked.inputs().read().inventory()),
            Set.of(),
            Set.of());
    return new LearnedProgram(
        AcceptedFindings.in(Source.of(name, text), lint, "as the logs show it"),
        drafting.zones.zones().size() + drafting.zones.namespaces().size(),
        drafting.flows.size(),
        leftOut(drafting));
  }

  /**
   * Returns why a row is no flow of the program: an empty text if it is none of the cluster's, and
   * nothing if it is one.
   */
  private static Optional<String> lack(Row row) {
    RowKey key = row.key();
    return switch (key.kind()) {
      case FAN_OUT, BEACONING, VOLUME, LISTED, ELSEWHERE -> Optional.of("");
      case LOST, REFUSED, DENIED_ATTEMPT, ALLOWED_DENIED ->
          Optional.of("no record shows that it passed");
      case DOUBTFUL -> Optional.of(key.doubt().text());
      case FORBIDDEN_PASSED, UNDECLARED, EXPECTED -> {
        if (!key.oriented()) {
          yield Optional.of("the log does not show which end opened the connection");
        }
        if (IpProtocols.isPortless(key.transport())) {
          yield Optional.of("no flow can name the protocol");
        }
        if (key.outcome() == Outcome.RESET) {
          yield Optional.of("only a reset answered it");
        }
        boolean outside = key.to().kind() == FlowEnd.Kind.OUTSIDE;
        if (key.isShared()) {
          yield Optional.of("too many ends or ports were seen to list them");
        }
        // Beyond the cluster, no record can show that a packet arrived.
        yield key.outcome() == Outcome.SENT && !outside
            ? Optional.of("nothing shows that it arrived")
            : Optional.empty();
      }
    };
  }

  private static String text(Drafting drafting, String module) {
    StringBuilder text = new StringBuilder("module ").append(module).append("\n\n");
    text.append(
        "# Drafted by zonec from observed flows. The reason of each flow is its evidence.\n");
    text.append(
        "# What happens rarely may be missing: read the flows before you apply the policies.\n");
    text.append("defaults { ingress deny  egress deny  dns allow  unzoned deny }\n");
    drafting
        .zones
        .namespaces()
        .forEach(
            (namespace, zone) -> {
              text.append("\nzone ")
                  .append(zone)
                  .append(" { namespace ")
                  .append(namespace)
                  .append(" }\n");
              drafting.zones.zones().stream()
                  .filter(each -> each.namespace().equals(namespace))
                  .forEach(
                      each ->
                          text.append("zone ")
                              .append(each.name())
                              .append(" in ")
                              .append(zone)
                              .append(" { pods ")
                              .append(each.key())
                              .append('=')
                              .append(each.value())
                              .append(" }\n"));
            });
    drafting.externals.forEach(
        (name, addresses) -> {
          text.append("\nexternal ").append(name).append(" {\n");
          addresses.forEach(
              address ->
                  text.append("  cidr ")
                      .append(address)
                      .append(address.indexOf(':') >= 0 ? "/128" : "/32")
                      .append('\n'));
          text.append("}\n");
        });
    text.append('\n');
    drafting.flows.forEach(
        (ends, evidence) ->
            text.append("allow ")
                .append(ends.from())
                .append(" -> ")
                .append(ends.to())
                .append(" : ")
                .append(String.join(", ", evidence.ports))
                .append(" { reason \"")
                .append(Counted.grouped(evidence.connections, "connection"))
                .append(' ')
                .append(FlowDiagnostics.period(evidence.first, evidence.last))
                .append("\" }\n"));
    return text.toString();
  }

  /** Returns the text in the standard style. */
  private static String formatted(String text, String name) {
    SourceFormatting formatting =
        SourceFormatting.of(ProgramSources.of(List.of(Source.of(name, text))));
    return formatting.rewritings().isEmpty() ? text : formatting.rewritings().getFirst().text();
  }

  private static List<Diagnostic> leftOut(Drafting drafting) {
    List<Diagnostic> all = new ArrayList<>();
    drafting.leftOut.forEach(
        (reason, rows) -> {
          List<String> shown =
              rows.stream()
                  .limit(SHOWN)
                  .map(row -> FlowDiagnostics.connection(row.key()) + ", at " + row.place())
                  .toList();
          all.add(
              new Diagnostic(
                      Severity.WARNING,
                      Code.ZC1220,
                      Counted.grouped(rows.size(), "observed flow")
                          + (rows.size() == 1 ? " is" : " are")
                          + " left out: "
                          + reason,
                      FlowDiagnostics.place(rows.getFirst().place()),
                      "",
                      List.of())
                  .note(
                      String.join("\n", shown)
                          + (rows.size() > SHOWN
                              ? "\nand " + (rows.size() - SHOWN) + " more"
                              : "")));
        });
    return all;
  }
}
