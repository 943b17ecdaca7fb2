package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WrittenPolicies;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.program.Cluster;
import dev.zonec.response.block.Block;
import dev.zonec.response.block.Blocked;
import dev.zonec.response.block.Blocking;
import dev.zonec.response.edge.EdgeKind;
import dev.zonec.response.edge.EdgeRules;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.response.report.BlockText;
import dev.zonec.response.report.BlockUse;
import dev.zonec.verifier.diff.RemovalProof;
import dev.zonec.verifier.proof.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a change that blocks addresses and ports for every workload, and proves it.
 *
 * @param request the addresses and ports, and the means
 */
public record Blockade(BlockRequest request) {
  /**
   * The answer.
   *
   * @param text the text of the change and its proof
   * @param use what uses the addresses and ports today
   * @param assumptions what the proof rests on, as clauses
   * @param written returns the fields of a policy as its manifest has them
   */
  public record Reply(
      BlockText text,
      BlockUse use,
      List<String> assumptions,
      Function<Policy, Optional<Map<String, Object>>> written) {
    /** Copies the list. */
    public Reply {
      assumptions = List.copyOf(assumptions);
    }

    /** Returns the attempt to use. */
    public Block.Attempt last() {
      return text.attempts().last();
    }

    /** Whether the change may be used: an unproved one could block less, or more. */
    public boolean proved() {
      return last().holds();
    }

    /** Returns what the proof of the change comes to. */
    public Conclusion conclusion() {
      boolean known = !(last().result() instanceof RemovalProof.Result.Unknown);
      return Conclusion.of(!proved() && known, proved());
    }

    /** Returns the rules for the edge, one for each kind. */
    public List<EdgeRules> edge(List<EdgeKind> kinds) {
      return kinds.stream()
          .distinct()
          .map(kind -> EdgeRules.of(kind, text.blocking().blocked(), text.blocking().id()))
          .toList();
    }
  }

  /** Reads the inputs and finds the change. A proof that is open at the deadline is unknown. */
  public QuestionOutcome<Reply> outcome(Deadline deadline) {
    List<Cidr> blocks = new ArrayList<>();
    List<PortClause> ports = new ArrayList<>();
    List<Diagnostic> malformed = new ArrayList<>();
    for (String target : request.targets()) {
      switch (BlockTarget.of(target)) {
        case BlockTarget.Addresses(Cidr block) -> blocks.add(block);
        case BlockTarget.Ports(PortClause clause) -> ports.add(clause);
        case BlockTarget.Malformed(Diagnostic problem) -> malformed.add(problem);
      }
    }
    if (!malformed.isEmpty()) {
      return new QuestionOutcome.Malformed<>(malformed);
    }
    return switch (QuestionInputs.of(request.question())) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs when !request.question().manifests().given() ->
          new QuestionOutcome.NoManifests<>();
      case QuestionInputs.Ready inputs -> answered(inputs, new Blocked(blocks, ports), deadline);
    };
  }

  private QuestionOutcome<Reply> answered(
      QuestionInputs.Ready inputs, Blocked blocked, Deadline deadline) {
    AnsweredManifests about = inputs.manifests(inputs.program().podSelectors());
    World world = about.read().world();
    Cluster cluster = new ClusterAddresses(world, inputs.program().cluster()).seen();
    List<Diagnostic> ofPods = ofPods(blocked, cluster);
    if (!ofPods.isEmpty()) {
      return new QuestionOutcome.UnknownEnds<>(about, ofPods);
    }
    Progress.begin("proving the block");
    List<Gap> gaps = about.gaps().stream().map(Gap::new).toList();
    Blocking blocking =
        new Blocking(
            ChangeId.unused(
                request.id().orElseGet(() -> ChangeId.of(request.targets().getFirst(), "target")),
                id -> isUsed(id, world, inputs.loaded().manifests())),
            blocked,
            request.means());
    Block block =
        new Block(
            world,
            inputs.program().cluster(),
            inputs.reading(),
            gaps,
            about.read().coverage(),
            new PluginPolicies(inputs.loaded().manifests().unmodelled()));
    Block.Attempts attempts = block.attempts(blocking, deadline);
    return new QuestionOutcome.Answered<>(
        about.withGaps(block.gapsOf(attempts.last())),
        new Reply(
            new BlockText(blocking, attempts, world, cluster),
            BlockUse.of(blocked, inputs.program(), world),
            block.assumptions(attempts.last().change(), blocked),
            policy -> WrittenPolicies.tree(policy, inputs.loaded().manifests())),
        List.of());
  }

  /** Returns an error for each block in which only pods have addresses. */
  private static List<Diagnostic> ofPods(Blocked blocked, Cluster cluster) {
    return blocked.blocks().stream()
        .filter(
            block ->
                !AddressSet.ofCidrs(block.family(), List.of(block))
                    .overlaps(cluster.externalAddresses(block.family())))
        .map(
            block ->
                Diagnostic.error(Code.ZC1411, "only pods have addresses in " + Blocked.text(block))
                    .note(
                        "the program declares the addresses of pods, and policies name pods by"
                            + " labels")
                    .help("cut the pods off with `zonec incident quarantine`"))
        .toList();
  }

  /** Whether a block with this id exists. Its policies can have a number at the end. */
  private static boolean isUsed(String id, World world, Manifests manifests) {
    String name = "zonec-block-" + id;
    return world.policies().stream().anyMatch(policy -> policy.name().startsWith(name))
        || ChangeId.policyNames(world, manifests).anyMatch(name::equals);
  }
}
