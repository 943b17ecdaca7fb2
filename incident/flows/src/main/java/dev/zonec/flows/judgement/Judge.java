package dev.zonec.flows.judgement;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.attribution.RecentlyUsed;
import dev.zonec.flows.judgement.Judgement.Answer;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Semantics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges flows. The semantics decides what the policies allow; no solver is asked. */
public final class Judge {
  private static final int REMEMBERED = 200_000;

  private final Attribution attribution;
  private final Optional<Intent> intent;
  private final Semantics may;
  private final Semantics must;
  private final boolean policiesKnown;
  private final RecentlyUsed<Question, Judgement> answers = new RecentlyUsed<>(REMEMBERED);

  /** A question about one orientation. */
  private record Question(FlowEnd from, FlowEnd to, String protocol, int port) {
    @Override
    public int hashCode() {
      int ends = 31 * from.name().hashCode() + to.name().hashCode();
      return 31 * (31 * ends + protocol.hashCode()) + port;
    }
  }

  /**
   * @param world the policies
   * @param program the declared flows; its cluster's ranges count for both questions
   * @param declares whether the program makes statements; otherwise only its ranges are used
   * @param reading the points of the API that are settled
   * @param policiesKnown whether every policy was read; otherwise no answer about them is certain
   */
  public Judge(
      World world,
      ZoneProgram program,
      boolean declares,
      Reading reading,
      Attribution attribution,
      boolean policiesKnown) {
    this.attribution = attribution;
    this.intent = declares ? Optional.of(new Intent(program)) : Optional.empty();
    this.may = new Semantics(world, reading.withPermissive(true), program.cluster());
    this.must = new Semantics(world, reading.withPermissive(false), program.cluster());
    this.policiesKnown = policiesKnown;
  }

  /** Judges a flow. */
  public Judgement of(
      FlowEnd from,
      FlowEnd to,
      String protocol,
      int fromPort,
      int toPort,
      Orientation orientation) {
    Judgement forth = answer(from, to, protocol, toPort);
    if (orientation == Orientation.OPENING || forth.doubt() != Doubt.NONE) {
      return forth;
    }
    Judgement back = answer(to, from, protocol, fromPort);
    if (back.doubt() != Doubt.NONE) {
      return back;
    }
    // Whichever end opened the connection: an answer counts if it is the same for both.
    Answer declared = common(forth.declared(), back.declared());
    Answer allowed = common(forth.allowed(), back.allowed());
    boolean differ =
        (declared == Answer.OPEN && forth.declared() != back.declared())
            || (allowed == Answer.OPEN && forth.allowed() != back.allowed());
    boolean nothing = declared != Answer.NO && allowed != Answer.NO && differ;
    return nothing
        ? Judgement.doubtful(Doubt.ORIENTATION)
        : new Judgement(declared, allowed, Doubt.NONE);
  }

  private static Answer common(Answer one, Answer other) {
    return one == other ? one : Answer.OPEN;
  }

  private Judgement answer(FlowEnd from, FlowEnd to, String protocol, int port) {
    if (from.doubt() != Doubt.NONE) {
      return Judgement.doubtful(from.doubt());
    }
    if (to.doubt() != Doubt.NONE) {
      return Judgement.doubtful(to.doubt());
    }
    if (!isPorted(protocol)) {
      return IpProtocols.isPortless(protocol)
          ? answers.get(
              new Question(from, to, protocol, 0),
              question -> withoutPorts(question, new Transport.Portless(protocol)))
          : Judgement.doubtful(Doubt.UNKNOWN_PROTOCOL);
    }
    if (port == 0) {
      return Judgement.doubtful(Doubt.NO_PORT);
    }
    return answers.get(
        new Question(from, to, protocol, port),
        question -> judged(question, new Transport.Ported(protocol(protocol), port)));
  }

  /**
   * Judges a flow of a protocol without ports. A program cannot name the protocol, so that no such
   * flow is undeclared.
   */
  private Judgement withoutPorts(Question question, Transport transport) {
    Judgement judged = judged(question, transport);
    if (judged.doubt() != Doubt.NONE) {
      return judged;
    }
    return judged.allowed() == Answer.OPEN
        ? Judgement.doubtful(Doubt.UNNAMED_PROTOCOL)
        : new Judgement(
            judged.declared() == Answer.NO ? Answer.OPEN : judged.declared(),
            judged.allowed(),
            Doubt.NONE);
  }

  private static boolean isPorted(String protocol) {
    return switch (protocol) {
      case "tcp", "udp", "sctp" -> true;
      default -> false;
    };
  }

  private static Protocol protocol(String ported) {
    return Protocol.valueOf(ported.toUpperCase(Locale.ROOT));
  }

  private Judgement judged(Question question, Transport transport) {
    Optional<Endpoint> from = attribution.endpoint(question.from());
    Optional<Endpoint> to = attribution.endpoint(question.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Judgement.doubtful(Doubt.NO_ADDRESS);
    }
    List<Connection> connections =
        Connection.families(from.get(), to.get()).stream()
            .map(family -> new Connection(from.get(), to.get(), family, transport))
            .toList();
    if (connections.isEmpty()) {
      return Judgement.doubtful(Doubt.NO_ADDRESS);
    }
    Answer allowed = allowed(connections);
    if (policiesKnown) {
      return new Judgement(declared(connections), allowed, Doubt.NONE);
    }
    // A policy that was not read can allow what seems forbidden, and deny what seems allowed.
    return allowed == Answer.NO
        ? Judgement.doubtful(Doubt.UNREAD_POLICIES)
        : new Judgement(declared(connections), Answer.OPEN, Doubt.NONE);
  }

  private Answer declared(List<Connection> connections) {
    if (intent.isEmpty() || connections.stream().noneMatch(intent.get()::concerns)) {
      return Answer.OPEN;
    }
    return connections.stream().anyMatch(intent.get()::declares) ? Answer.YES : Answer.NO;
  }

  private Answer allowed(List<Connection> connections) {
    if (connections.stream().noneMatch(each -> may.decide(each).isAllowed())) {
      return Answer.NO;
    }
    return connections.stream().allMatch(each -> must.decide(each).isAllowed())
        ? Answer.YES
        : Answer.OPEN;
  }
}
