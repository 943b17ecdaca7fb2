package dev.zonec.bench;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.ProofSession;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures what it costs to prove a program again after one policy was edited: with a session, and
 * from the start. The policies are those of a {@link LayeredProgram} with 100 assertions about
 * paths. Each edit is taken back before the next, which is not measured.
 */
public final class SessionTable {
  private static final int ASSERTIONS = 100;
  private static final int WARM_UP = 200;
  private static final int EDITS = 1000;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private SessionTable() {}

  /** An edit of one policy. */
  private enum Edit {
    /** One side admits one more port, which the other side denies. */
    PORT("a port is added"),
    /** A rule is written as two rules with the same effect. */
    SPLIT("a rule is split"),
    /** A rule is removed. */
    REMOVED("a rule is removed");

    private final String text;

    Edit(String text) {
      this.text = text;
    }

    Policy of(Policy policy, Random random) {
      Direction direction =
          policy.ingress().isEmpty()
              ? Direction.EGRESS
              : policy.egress().isEmpty() || random.nextBoolean()
                  ? Direction.INGRESS
                  : Direction.EGRESS;
      List<Rule> rules = new ArrayList<>(policy.rules(direction));
      if (rules.isEmpty()) {
        return policy;
      }
      int at = random.nextInt(rules.size());
      Rule rule = rules.get(at);
      if (this == PORT && rule.ports().stream().anyMatch(SessionTable::isDns)) {
        return policy;
      }
      rules.remove(at);
      switch (this) {
        case REMOVED -> {}
        case SPLIT -> {
          for (Peer peer : rule.peers()) {
            rules.add(new Rule(List.of(peer), rule.ports(), rule.span()));
          }
          rules.add(rule);
        }
        case PORT -> {
          List<PolicyPort> ports = new ArrayList<>(rule.ports());
          ports.add(
              new PolicyPort(
                  new PortClause.Numbered(Protocol.TCP, new PortRange(9000, 9000)), rule.span()));
          rules.add(new Rule(rule.peers(), ports, rule.span()));
        }
      }
      return policy.withRules(direction, rules);
    }
  }

  private static boolean isDns(PolicyPort port) {
    return port.clause() instanceof PortClause.Numbered(var protocol, var range)
        && range.equals(new PortRange(53, 53));
  }

  /** Prints the table; arguments are numbers of namespaces. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println(
        "| namespaces | policies | edit | median ms | 95th percentile | kept by the session |"
            + " from the start ms |");
    out.println("|---|---|---|---|---|---|---|");
    List<String> sizes = args.length == 0 ? List.of("200", "1000") : List.of(args);
    for (String size : sizes) {
      rows(Integer.parseInt(size)).forEach(out::println);
    }
  }

  private static List<String> rows(int namespaces) {
    ProgramSources sources =
        ProgramSources.of(
            List.of(Source.of("layered.zone", LayeredProgram.text(namespaces, ASSERTIONS))));
    if (!(Compiler.compile(sources, new CompileOptions(DAY, List.of()))
        instanceof Compilation.Compiled compiled)) {
      throw new IllegalStateException("the program is wrong");
    }
    World world =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, MetadataForm.ANY)
            .read(
                ManifestReader.read(
                    compiled.policies().stream()
                        .map(file -> new SourceText(file.path(), file.text()))
                        .toList()),
                compiled.program().podSelectors())
            .world();
    List<String> rows = new ArrayList<>();
    try (ProofSession session = new ProofSession()) {
      long start = System.nanoTime();
      prove(session, compiled.program(), world);
      long whole = (System.nanoTime() - start) / 1_000_000;
      for (Edit edit : Edit.values()) {
        rows.add(
            "| "
                + namespaces
                + " | "
                + world.policies().size()
                + " | "
                + edit.text
                + " | "
                + row(session, compiled.program(), world, edit, edit == Edit.REMOVED ? 4 : EDITS)
                + " | "
                + whole
                + " |");
      }
    }
    return rows;
  }

  private static String row(
      ProofSession session, ZoneProgram program, World world, Edit edit, int edits) {
    Random random = new Random(1);
    List<Policy> policies = new ArrayList<>(world.policies());
    int warmUp = edits == EDITS ? WARM_UP : 0;
    double[] times = new double[edits];
    int kept = 0;
    for (int i = -warmUp; i < edits; i++) {
      int at = random.nextInt(policies.size());
      List<Policy> edited = new ArrayList<>(policies);
      edited.set(at, edit.of(policies.get(at), random));
      int before = session.kept();
      long start = System.nanoTime();
      prove(session, program, world.withPolicies(edited));
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
        kept += session.kept() - before;
      }
      prove(session, program, world);
    }
    Arrays.sort(times);
    return "%.1f | %.1f | %d of %d"
        .formatted(times[edits / 2], times[Math.min(edits - 1, edits * 95 / 100)], kept, edits);
  }

  private static VerificationResult prove(ProofSession session, ZoneProgram program, World world) {
    return session.verify(
        new Verification(
            world, program, Reading.MAY, Deadline.in(Duration.ofMinutes(10)), List.of()));
  }
}
