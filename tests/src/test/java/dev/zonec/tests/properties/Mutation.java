package dev.zonec.tests.properties;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A change of a set of policies, as a person editing them or a bug of the compiler could make. */
enum Mutation {
  DROP_POLICY {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return change(policies, random, policy -> Optional.of(List.of()));
    }
  },
  DROP_DIRECTION {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return change(
          policies,
          random,
          policy -> {
            if (policy.directions().isEmpty()) {
              return Optional.empty();
            }
            Direction dropped = oneOf(List.copyOf(new TreeSet<>(policy.directions())), random);
            Set<Direction> left = EnumSet.copyOf(policy.directions());
            left.remove(dropped);
            List<Rule> none = List.of();
            return Optional.of(
                List.of(
                    new Policy(
                        policy.namespace(),
                        policy.name(),
                        policy.subject(),
                        left,
                        dropped == Direction.INGRESS ? none : policy.ingress(),
                        dropped == Direction.EGRESS ? none : policy.egress(),
                        policy.author(),
                        policy.span())));
          });
    }
  },
  LOOSEN_SUBJECT {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return change(
          policies,
          random,
          policy ->
              Optional.of(
                  List.of(
                      new Policy(
                          policy.namespace(),
                          policy.name(),
                          Selector.EVERYTHING,
                          policy.directions(),
                          policy.ingress(),
                          policy.egress(),
                          policy.author(),
                          policy.span()))));
    }
  },
  DROP_RULE {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(policies, random, rule -> Optional.of(List.of()));
    }
  },
  REMOVE_PORTS {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> Optional.of(List.of(new Rule(rule.peers(), List.<PolicyPort>of(), rule.span()))));
    }
  },
  ADD_PORT {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> {
            List<PolicyPort> more = new ArrayList<>(rule.ports());
            more.add(new PolicyPort(oneOf(PORTS, random), rule.span()));
            return Optional.of(List.of(new Rule(rule.peers(), more, rule.span())));
          });
    }
  },
  DROP_PORT {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> {
            if (rule.ports().size() < 2) {
              return Optional.empty();
            }
            List<PolicyPort> fewer = new ArrayList<>(rule.ports());
            fewer.remove(random.nextInt(fewer.size()));
            return Optional.of(List.of(new Rule(rule.peers(), fewer, rule.span())));
          });
    }
  },
  ADD_PEER {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> {
            List<Peer> more = new ArrayList<>(rule.peers());
            more.add(peer(rule, random));
            return Optional.of(List.of(new Rule(more, rule.ports(), rule.span())));
          });
    }
  },
  DROP_PEER {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> {
            if (rule.peers().isEmpty()) {
              return Optional.empty();
            }
            // A rule without peers would admit everybody.
            List<Peer> fewer = new ArrayList<>(rule.peers());
            fewer.remove(random.nextInt(fewer.size()));
            return Optional.of(List.of(new Rule(fewer, rule.ports(), rule.span())));
          });
    }
  },
  LOOSEN_PEER {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(
          policies,
          random,
          rule -> {
            if (rule.peers().isEmpty()) {
              return Optional.empty();
            }
            List<Peer> changed = new ArrayList<>(rule.peers());
            int at = random.nextInt(changed.size());
            changed.set(at, loosened(changed.get(at), random));
            return Optional.of(List.of(new Rule(changed, rule.ports(), rule.span())));
          });
    }
  },
  DUPLICATE_RULE {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(policies, random, rule -> Optional.of(List.of(rule, rule)));
    }

    @Override
    boolean isHarmless() {
      return true;
    }
  },
  REORDER {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      List<Policy> shuffled = new ArrayList<>();
      for (Policy policy : policies) {
        shuffled.add(
            policy.withRules(
                shuffled(policy.ingress(), random), shuffled(policy.egress(), random)));
      }
      Collections.shuffle(shuffled, random);
      return Optional.of(shuffled);
    }

    @Override
    boolean isHarmless() {
      return true;
    }
  },
  SPLIT_RULE {
    @Override
    Optional<List<Policy>> of(List<Policy> policies, Random random) {
      return changeRule(policies, random, Mutation::halves);
    }

    @Override
    boolean isHarmless() {
      return true;
    }
  };

  /** The values of {@code app} in added peers. */
  static final List<String> APPS = List.of("a", "b");

  /** The added ports: ports of every kind, some of them inside the ranges of programs. */
  private static final List<PortClause> PORTS =
      List.of(
          new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80)),
          new PortClause.Numbered(Protocol.TCP, new PortRange(80, 100)),
          new PortClause.Numbered(Protocol.TCP, new PortRange(8080, 8080)),
          new PortClause.Numbered(Protocol.UDP, new PortRange(53, 53)),
          new PortClause.Numbered(Protocol.SCTP, new PortRange(80, 80)),
          new PortClause.AllPorts(Protocol.UDP),
          new PortClause.Named(Protocol.TCP, "web"));

  /**
   * Returns the policies after the change; empty if they have nothing that can be changed in this
   * way.
   */
  abstract Optional<List<Policy>> of(List<Policy> policies, Random random);

  /** Whether the change certainly allows and denies the same connections. */
  boolean isHarmless() {
    return false;
  }

  private interface Change<T> {
    Optional<List<T>> of(T each);
  }

  /** Replaces a random element of {@code all}, or the next one that can be changed. */
  private static <T> Optional<List<T>> change(List<T> all, Random random, Change<T> change) {
    int start = all.isEmpty() ? 0 : random.nextInt(all.size());
    for (int i = 0; i < all.size(); i++) {
      int at = (start + i) % all.size();
      Optional<List<T>> instead = change.of(all.get(at));
      if (instead.isPresent()) {
        List<T> changed = new ArrayList<>(all);
        changed.remove(at);
        changed.addAll(at, instead.get());
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Policy>> changeRule(
      List<Policy> policies, Random random, Change<Rule> change) {
    return change(
        policies,
        random,
        policy -> {
          boolean ingressFirst = random.nextBoolean();
          Optional<List<Policy>> first = changeRule(policy, ingressFirst, random, change);
          return first.isPresent() ? first : changeRule(policy, !ingressFirst, random, change);
        });
  }

  private static Optional<List<Policy>> changeRule(
      Policy policy, boolean ingress, Random random, Change<Rule> change) {
    return change(ingress ? policy.ingress() : policy.egress(), random, change)
        .map(
            rules ->
                List.of(
                    policy.withRules(
                        ingress ? rules : policy.ingress(), ingress ? policy.egress() : rules)));
  }

  private static List<Rule> shuffled(List<Rule> rules, Random random) {
    List<Rule> out = new ArrayList<>();
    for (Rule rule : rules) {
      List<Peer> peers = new ArrayList<>(rule.peers());
      List<PolicyPort> ports = new ArrayList<>(rule.ports());
      Collections.shuffle(peers, random);
      Collections.shuffle(ports, random);
      out.add(new Rule(peers, ports, rule.span()));
    }
    Collections.shuffle(out, random);
    return out;
  }

  /** Returns two rules that together admit the same connections as {@code rule}. */
  private static Optional<List<Rule>> halves(Rule rule) {
    int peers = rule.peers().size();
    int ports = rule.ports().size();
    if (peers >= 2) {
      return Optional.of(
          List.of(
              new Rule(rule.peers().subList(0, peers / 2), rule.ports(), rule.span()),
              new Rule(rule.peers().subList(peers / 2, peers), rule.ports(), rule.span())));
    }
    return ports < 2
        ? Optional.empty()
        : Optional.of(
            List.of(
                new Rule(rule.peers(), rule.ports().subList(0, ports / 2), rule.span()),
                new Rule(rule.peers(), rule.ports().subList(ports / 2, ports), rule.span())));
  }

  private static Peer peer(Rule rule, Random random) {
    Selector app =
        new Selector(
            List.of(new Requirement.In("app", new TreeSet<>(List.of(oneOf(APPS, random))))));
    return switch (random.nextInt(5)) {
      case 0 -> new Peer.Block(new IpBlock(Cidr.of("0.0.0.0/0"), List.of()), rule.span());
      case 1 -> new Peer.Block(new IpBlock(Cidr.of("198.51.100.0/24"), List.of()), rule.span());
      case 2 -> new Peer.Block(new IpBlock(Cidr.of("10.128.0.0/9"), List.of()), rule.span());
      case 3 -> new Peer.Pods(new Peer.Namespaces.Matching(Selector.EVERYTHING), app, rule.span());
      default -> new Peer.Pods(new Peer.Namespaces.Own(), app, rule.span());
    };
  }

  private static Peer loosened(Peer peer, Random random) {
    return switch (peer) {
      case Peer.Block block ->
          new Peer.Block(
              new IpBlock(
                  block.block().except().isEmpty() ? Cidr.of("0.0.0.0/0") : block.block().cidr(),
                  List.of()),
              block.span());
      case Peer.Pods(var namespaces, var pods, var span) ->
          random.nextBoolean()
              ? new Peer.Pods(namespaces, Selector.EVERYTHING, span)
              : new Peer.Pods(new Peer.Namespaces.Matching(Selector.EVERYTHING), pods, span);
    };
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
