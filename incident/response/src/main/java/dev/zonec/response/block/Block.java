package dev.zonec.response.block;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.program.Cluster;
import dev.zonec.response.change.Change;
import dev.zonec.response.plugin.PluginDenials;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.verifier.diff.RemovalProof;
import dev.zonec.verifier.proof.Gap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a change that blocks addresses and ports for every workload and changes nothing else, and
 * proves it for every pod that could exist.
 *
 * @param world the content of the manifests or the cluster
 * @param cluster the address ranges of the cluster
 * @param may the permissive reading, with the knobs that the user settled
 * @param gaps inputs that were not read; with gaps, nothing is proved
 * @param coverage the namespaces whose policies are in {@code world}
 * @param plugins the objects of network plugins in the inputs
 */
public record Block(
    World world,
    Cluster cluster,
    Reading may,
    List<Gap> gaps,
    Coverage coverage,
    PluginPolicies plugins) {
  /** The key of the label of the policies that block something. */
  public static final String LABEL = "zonec.dev/block";

  /** Copies the gaps. */
  public Block {
    gaps = List.copyOf(gaps);
  }

  /**
   * A change and its proof.
   *
   * @param change the change
   * @param result the result of the proof
   */
  public record Attempt(Change change, RemovalProof.Result result) {
    /** Whether the change is proved. */
    public boolean holds() {
      return result instanceof RemovalProof.Result.Proved;
    }
  }

  /**
   * The attempts.
   *
   * @param attempts the changes that were tried, in order; the last one is the one to use
   * @param tooMany namespaces whose pods without policies would need too many new policies
   */
  public record Attempts(List<Attempt> attempts, List<String> tooMany) {
    /** Copies the lists. */
    public Attempts {
      attempts = List.copyOf(attempts);
      tooMany = List.copyOf(tooMany);
    }

    /** Returns the attempt to use. */
    public Attempt last() {
      return attempts.getLast();
    }
  }

  /** Returns the attempts. The last one is proved, or no change is, or this is not known. */
  public Attempts attempts(Blocking blocking, Deadline deadline) {
    BlockCandidates candidates = new BlockCandidates(world, coverage, blocking, plugins, gaps);
    List<Attempt> attempts = new ArrayList<>();
    Iterator<Change> changes = candidates.all().iterator();
    while (changes.hasNext()) {
      Change change = changes.next();
      attempts.add(new Attempt(change, result(change, blocking, deadline)));
      if (attempts.getLast().holds()
          || attempts.getLast().result() instanceof RemovalProof.Result.Unknown) {
        break;
      }
    }
    Optional<String> absence = candidates.absence();
    if (absence.isPresent() && !attempts.getLast().holds()) {
      attempts.add(
          new Attempt(
              attempts.removeLast().change(), new RemovalProof.Result.Unknown(absence.get())));
    }
    return new Attempts(attempts, candidates.tooMany());
  }

  /** Returns the gaps that the proof of {@code attempt} does not cover. */
  public List<Gap> gapsOf(Attempt attempt) {
    return attempt.holds() ? gapsOf(attempt.change()) : gaps;
  }

  /**
   * Returns the gaps that a proof of {@code change} does not cover. With a plugin's denial alone,
   * also the second half of the claim holds whatever the overruled policies say: a denial that
   * comes before all of them removes its connections, and no other.
   */
  private List<Gap> gapsOf(Change change) {
    return change.isOnlyDenial() ? plugins.gapsOf(change, gaps) : gaps;
  }

  /** Returns what the proof of {@code change} rests on besides the inputs, as clauses. */
  public List<String> assumptions(Change change, Blocked blocked) {
    return new PluginDenials(world, plugins)
        .assumptions(
            change,
            Optional.empty(),
            blocked.ports().stream().anyMatch(each -> each.protocol() == Protocol.SCTP));
  }

  private RemovalProof.Result result(Change change, Blocking blocking, Deadline deadline) {
    RemovalProof.Result result =
        new RemovalProof(
                new WorldPair(world, change.in(world)), cluster, may, blocking.blocked().removal())
            .run(deadline);
    List<Gap> left = gapsOf(change);
    return result instanceof RemovalProof.Result.Proved && !left.isEmpty()
        ? new RemovalProof.Result.Unknown(
            "inputs that could admit the connections were not read: "
                + left.getFirst().problem().message())
        : result;
  }
}
