package dev.zonec.response.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;

/**
 * What uses blocked addresses and ports today: declared flows, rules of policies that name them,
 * and Services.
 *
 * @param flows the flows that lose connections
 * @param rules the rules that name a blocked port, or a block with blocked addresses
 * @param services the Services that forward a blocked port
 */
public record BlockUse(List<String> flows, List<String> rules, List<String> services) {
  /** Copies the lists. */
  public BlockUse {
    flows = List.copyOf(flows);
    rules = List.copyOf(rules);
    services = List.copyOf(services);
  }

  /** Returns the use in a program and a world. */
  public static BlockUse of(Blocked blocked, ZoneProgram program, World world) {
    return new BlockUse(
        program.widestFlows().stream()
            .filter(flow -> !flow.implied() && loses(flow, blocked))
            .map(flow -> "`" + flow + "` at " + flow.span().fileAndLine())
            .distinct()
            .toList(),
        rules(blocked, world),
        world.services().stream()
            .filter(service -> service.ports().stream().anyMatch(port -> uses(port, blocked)))
            .map(ServiceEntry::toString)
            .toList());
  }

  private static boolean loses(Flow flow, Blocked blocked) {
    boolean port =
        switch (flow.service()) {
          case Service.Anything anything -> !blocked.ports().isEmpty();
          case Service.Listed(var clauses) -> clauses.stream().anyMatch(blocked::touches);
        };
    return port || hasAddress(flow.from(), blocked) || hasAddress(flow.to(), blocked);
  }

  private static boolean hasAddress(Party party, Blocked blocked) {
    return switch (party) {
      case Party.Addresses external -> external.blocks().stream().anyMatch(blocked::touches);
      case Party.Others others -> others.blocks().stream().anyMatch(blocked::touches);
      case Party.Anyone anyone -> anyone.addresses() && !blocked.blocks().isEmpty();
      case Party.Zone zone -> false;
      case Party.ForeignPods foreign -> false;
    };
  }

  private static List<String> rules(Blocked blocked, World world) {
    List<String> rules = new ArrayList<>();
    for (Policy policy : world.policies()) {
      for (Direction direction : Direction.values()) {
        for (Rule rule : policy.rules(direction)) {
          if (names(rule, blocked)) {
            rules.add(policy + " at " + rule.span().fileAndLine());
          }
        }
      }
    }
    return rules;
  }

  private static boolean names(Rule rule, Blocked blocked) {
    return rule.ports().stream().anyMatch(port -> blocked.touches(port.clause()))
        || rule.peers().stream()
            .anyMatch(
                peer ->
                    peer instanceof Peer.Block(IpBlock block, var span) && blocked.touches(block));
  }

  private static boolean uses(ServicePort port, Blocked blocked) {
    return switch (port.target()) {
      case ServicePort.Target.Numbered(int number) ->
          blocked.touches(new PortClause.Numbered(port.protocol(), new PortRange(number, number)));
      case ServicePort.Target.Named named -> false;
    };
  }
}
