package dev.zonec.importer.draft;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.DefaultsSubject;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Word;
import dev.zonec.importer.plan.End;
import dev.zonec.importer.plan.Plan;
import dev.zonec.importer.plan.PlannedFlow;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortSet;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a plan as a syntax tree. */
public final class DraftTree {
  private final Plan plan;
  private final EndNames ends;
  private final ZoneStatements zones;
  private final List<Statement> statements = new ArrayList<>();

  private DraftTree(Plan plan, EndNames ends) {
    this.plan = plan;
    this.ends = ends;
    this.zones = new ZoneStatements(plan, ends);
  }

  /**
   * Returns the program for {@code plan}.
   *
   * @param module the name of its module
   * @param pods the address ranges of pods to declare; may be empty
   * @param workloads the workloads that zones are named after
   */
  public static SourceFile of(Plan plan, String module, List<Cidr> pods, List<Workload> workloads) {
    DraftTree tree = new DraftTree(plan, EndNames.of(plan, new NameProposal(workloads)));
    tree.add(module, pods);
    return new SourceFile(new SourceText("draft", ""), tree.statements);
  }

  private void add(String module, List<Cidr> pods) {
    statements.add(new Statement.Module(List.of(), DraftWords.word(module), DraftWords.NOWHERE));
    if (!pods.isEmpty()) {
      List<Word> blocks = pods.stream().map(block -> DraftWords.word(block.toString())).toList();
      Statement.ClusterClause clause =
          new Statement.ClusterClause(Statement.ClusterRange.PODS, blocks, DraftWords.NOWHERE);
      statements.add(new Statement.Cluster(List.of(), List.of(clause), DraftWords.NOWHERE));
    }
    List<Statement.DefaultsClause> defaults =
        List.of(
            standard(DefaultsSubject.INGRESS, zones.isMostlyFree(Direction.INGRESS)),
            standard(DefaultsSubject.EGRESS, zones.isMostlyFree(Direction.EGRESS)),
            standard(DefaultsSubject.DNS, false),
            standard(DefaultsSubject.UNZONED, true));
    statements.add(new Statement.Defaults(List.of(), defaults, DraftWords.NOWHERE));
    statements.addAll(zones.statements());
    ends.names().forEach(this::external);
    plan.flows().forEach(flow -> statements.add(allow(flow)));
  }

  private static Statement.DefaultsClause standard(DefaultsSubject subject, boolean allow) {
    return new Statement.DefaultsClause(subject, allow, DraftWords.NOWHERE);
  }

  private void external(End end, String name) {
    switch (end) {
      case End.Foreign(PodCube pods) ->
          // Pods that the program does not govern can relay.
          statements.add(
              new Statement.External(
                  List.of(),
                  DraftWords.word(name),
                  true,
                  false,
                  List.of(),
                  PodClauses.of(pods),
                  DraftWords.NOWHERE));
      case End.Addresses(var blocks) ->
          statements.add(AddressClauses.external(DraftWords.word(name), blocks));
      case End.InZone zone -> {}
      case End.Anyone anyone -> {}
      case End.EveryPod pod -> {}
    }
  }

  private Statement allow(PlannedFlow flow) {
    Parties from = Parties.of(names(flow.from()));
    Parties to = Parties.of(names(flow.to()));
    boolean within =
        flow.from().size() == 1
            && flow.from().equals(flow.to())
            && flow.from().getFirst() instanceof End.InZone;
    return new Statement.Allow(
        Origins.ofRules(flow.origins()),
        within ? new FlowEnds.Within(to) : new FlowEnds.To(from, to),
        services(flow.ports()),
        List.of(),
        DraftWords.NOWHERE);
  }

  private List<Word> names(List<End> some) {
    return DraftWords.words(some.stream().map(ends::name).toList());
  }

  private static Services services(PortSet ports) {
    if (ports.equals(DNS)) {
      return new Services.Listed(List.of(new ServiceTerm.Plain(DraftWords.word("dns"))));
    }
    return switch (ports) {
      case PortSet.Everything() -> new Services.Anything();
      case PortSet.Some(var clauses) ->
          new Services.Listed(clauses.stream().map(DraftTree::term).toList());
    };
  }

  /** The ports of the built-in service {@code dns}. */
  private static final PortSet DNS =
      new PortSet.Some(
          List.of(
              new PortClause.Numbered(Protocol.UDP, new PortRange(53, 53)),
              new PortClause.Numbered(Protocol.TCP, new PortRange(53, 53))));

  private static ServiceTerm term(PortClause clause) {
    String protocol = clause.protocol().name().toLowerCase(Locale.ROOT);
    return switch (clause) {
      case PortClause.AllPorts all -> new ServiceTerm.Plain(DraftWords.word(protocol));
      case PortClause.Numbered numbered ->
          new ServiceTerm.Plain(DraftWords.word(protocol + "/" + numbered.range()));
      case PortClause.Named named ->
          new ServiceTerm.NamedPort(
              DraftWords.word(protocol), DraftWords.quoted(named.name()), DraftWords.NOWHERE);
    };
  }
}
