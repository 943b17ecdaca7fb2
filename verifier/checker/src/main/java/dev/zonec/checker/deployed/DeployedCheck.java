package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.PromisedSides;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.PathPart;
import dev.zonec.checker.mention.Mentions;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Evaluates the connections between the workloads of a run, and between them and addresses outside
 * the cluster, and looks for violations of claims.
 */
public final class DeployedCheck {
  private final CheckedRun run;
  private final Deadline deadline;
  private final Mentions mentions;
  private final List<Endpoint> ends;
  private final Members members;
  private final DeclaredConnections declared;
  private final AssertedConnections asserted;
  private final ListedConnections connections;

  /**
   * @param run the run
   * @param deadline the time limit; if it passes, all claims are undecided
   */
  public DeployedCheck(CheckedRun run, Deadline deadline) {
    this.run = run;
    this.deadline = deadline;
    this.mentions = Mentions.of(run);
    this.ends = new ListedEnds(run, mentions).all();
    this.members = new Members(ends, run.program());
    this.declared = new DeclaredConnections(run.program(), members);
    this.asserted = new AssertedConnections(declared, members);
    this.connections = new ListedConnections(run, ends, declared);
  }

  /**
   * Returns the result for each claim, in the order of {@code claims}. <em>No undeclared path</em>
   * is confirmed if no connection violates <em>no undeclared connection</em>, from which it
   * follows.
   */
  public List<Result> check(List<ClaimDocument> claims) {
    Map<Integer, Result> violations = new ConcurrentHashMap<>();
    List<BitSet> edges = allowed(claims, violations);
    for (int i = 0; i < claims.size() && !deadline.passed(); i++) {
      if (!violations.containsKey(i)) {
        int claim = i;
        other(claims.get(i), edges).ifPresent(violation -> violations.put(claim, violation));
      }
    }
    if (deadline.passed()) {
      return claims.stream()
          .map(claim -> (Result) new Result.Undecided("the time ran out"))
          .toList();
    }
    Result confirmed = new Result.Confirmed(connections.evaluated());
    return IntStream.range(0, claims.size())
        .mapToObj(i -> violations.getOrDefault(i, confirmed))
        .toList();
  }

  /**
   * Evaluates all connections under MAY, and returns for each end the ends to which it can connect.
   *
   * @param violations receives the first violation of each claim about allowed connections
   */
  private List<BitSet> allowed(List<ClaimDocument> claims, Map<Integer, Result> violations) {
    List<Predicate<ListedConnection>> forbidden = claims.stream().map(this::forbidden).toList();
    return IntStream.range(0, ends.size())
        .parallel()
        .mapToObj(
            source -> {
              BitSet reached = new BitSet();
              for (int to = 0; to < ends.size() && !deadline.passed(); to++) {
                List<ListedConnection> allowed = connections.allowed(source, to);
                reached.set(to, !allowed.isEmpty());
                for (int i = 0; i < forbidden.size(); i++) {
                  if (!violations.containsKey(i)) {
                    int claim = i;
                    allowed.stream()
                        .filter(forbidden.get(i))
                        .findFirst()
                        .ifPresent(found -> violations.putIfAbsent(claim, isAllowed(found)));
                  }
                }
              }
              return reached;
            })
        .toList();
  }

  private static Result isAllowed(ListedConnection found) {
    return refused("workloads have a connection that the claim forbids", found);
  }

  private static Result refused(String reason, ListedConnection found) {
    return new Result.Refused(reason, Optional.of(found.connection()));
  }

  /** Returns which allowed connections violate the claim. */
  private Predicate<ListedConnection> forbidden(ClaimDocument claim) {
    return switch (claim.key()) {
      case ClaimKey.NoUndeclaredConnection connection -> this::isUndeclared;
      case ClaimKey.NoUndeclaredPath path -> this::isUndeclared;
      case ClaimKey.NoBlockedFlow flow -> listed -> false;
      case ClaimKey.Asserted(String name, int instance) ->
          run.assertion(name, instance)
              .filter(
                  assertion ->
                      !(assertion instanceof Assertion.NoPath)
                          && !(assertion instanceof Assertion.Reachable))
              .map(
                  assertion ->
                      (Predicate<ListedConnection>)
                          listed -> asserted.concerns(assertion, run.waivers(assertion), listed))
              .orElse(listed -> false);
    };
  }

  private boolean isUndeclared(ListedConnection listed) {
    return declared.concerns(listed) && !declared.declares(listed);
  }

  /** Returns a violation of a claim that is not about allowed connections. */
  private Optional<Result> other(ClaimDocument claim, List<BitSet> edges) {
    return switch (claim.key()) {
      case ClaimKey.NoUndeclaredConnection connection -> Optional.empty();
      case ClaimKey.NoUndeclaredPath path -> Optional.empty();
      case ClaimKey.NoBlockedFlow flow -> blockedFlow();
      case ClaimKey.Asserted(String name, int instance) ->
          run.assertion(name, instance)
              .map(
                  assertion ->
                      switch (assertion) {
                        case Assertion.NoPath path -> ofPaths(path, claim.parts(), edges);
                        case Assertion.Reachable reachable -> unreachable(reachable);
                        case Assertion.Never never -> Optional.<Result>empty();
                        case Assertion.Only only -> Optional.<Result>empty();
                        case Assertion.Isolated isolated -> Optional.<Result>empty();
                        case Assertion.TiersAdjacent tiers -> Optional.<Result>empty();
                      })
              .orElseGet(
                  () -> Optional.of(new Result.Refused("the program has no " + claim.key())));
    };
  }

  private Optional<Result> ofPaths(
      Assertion.NoPath path, List<PathPart> parts, List<BitSet> edges) {
    int waivers = run.waivers(path).size();
    if (parts.stream().anyMatch(part -> part.waivers().size() != waivers)) {
      return Optional.of(new Result.Refused("a part does not fit the waivers of the claim"));
    }
    return new ListedPaths(
            run, ends, members, new ListedSets(mentions), edges, this::exampleBetween)
        .violation(path, parts);
  }

  private Optional<Connection> exampleBetween(int source, int destination) {
    return connections.allowed(source, destination).stream()
        .map(ListedConnection::connection)
        .findFirst();
  }

  private Optional<Result> blockedFlow() {
    for (Flow flow : run.program().flows()) {
      for (Direction direction : PromisedSides.of(flow)) {
        Optional<ListedConnection> blocked =
            blocked(
                List.of(flow.from()),
                List.of(flow.to()),
                direction,
                listed -> declared.covers(flow, listed) && declared.declares(listed));
        if (blocked.isPresent()) {
          return blocked.map(
              found -> refused("policies can block a connection of the flow " + flow, found));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Result> unreachable(Assertion.Reachable claim) {
    for (Direction direction : Direction.values()) {
      Optional<ListedConnection> blocked =
          blocked(
              claim.from(),
              claim.to(),
              direction,
              listed -> asserted.concerns(claim, run.waivers(claim), listed));
      if (blocked.isPresent()) {
        return blocked.map(
            found -> refused("policies can block a connection that must be allowed", found));
      }
    }
    return Optional.empty();
  }

  private Optional<ListedConnection> blocked(
      List<Party> from, List<Party> to, Direction direction, Predicate<ListedConnection> promised) {
    for (int source = 0; source < ends.size() && !deadline.passed(); source++) {
      for (int destination = 0;
          members.isInAny(source, from) && destination < ends.size();
          destination++) {
        if (members.isInAny(destination, to)) {
          Optional<ListedConnection> blocked =
              connections.blocked(source, destination, direction, promised);
          if (blocked.isPresent()) {
            return blocked;
          }
        }
      }
    }
    return Optional.empty();
  }
}
