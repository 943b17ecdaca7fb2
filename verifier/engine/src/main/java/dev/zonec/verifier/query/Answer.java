package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;

/** What came of a question. */
public sealed interface Answer {
  /**
   * The connections that may be opened; none is an answer too.
   *
   * @param rows sorted by source and destination
   */
  record Connections(List<Row> rows) implements Answer {
    /** Copies the rows. */
    public Connections {
      rows = List.copyOf(rows);
    }
  }

  /**
   * For each pair of ends that a path connects, a shortest one or several; none is an answer too.
   *
   * @param paths sorted by source and destination
   * @param cut whether several were asked for and there are more
   */
  record Paths(List<Path> paths, boolean cut) implements Answer {
    /** Copies the paths. */
    public Paths {
      paths = List.copyOf(paths);
    }
  }

  /**
   * The connections that may be opened through a Service; none is an answer too.
   *
   * @param rows sorted by source, Service port and pod
   */
  record ThroughService(List<ServiceRow> rows) implements Answer {
    /** Copies the rows. */
    public ThroughService {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Who or what an end stands for; nobody is an answer too.
   *
   * @param places workloads, then addresses
   */
  record Members(List<AnswerEnd> places) implements Answer {
    /** Copies the places. */
    public Members {
      places = List.copyOf(places);
    }
  }

  /**
   * One place may reach another through a Service.
   *
   * @param service the Service
   * @param ports the Service's ports that are called
   * @param to who takes the call
   * @param targets the ports there
   */
  record ServiceRow(
      AnswerEnd from, ServiceEntry service, OpenPorts ports, AnswerEnd to, OpenPorts targets) {}

  /** One place may open ports to another. */
  record Row(AnswerEnd from, AnswerEnd to, OpenPorts ports) {}

  /**
   * A path.
   *
   * @param hops at least one
   */
  record Path(List<Hop> hops) {
    /** Copies the hops. */
    public Path {
      hops = List.copyOf(hops);
    }
  }

  /**
   * One connection of a path.
   *
   * @param ports all that is open from the one to the other
   * @param transport one of them, which {@code decision} is about
   */
  record Hop(
      AnswerEnd from, AnswerEnd to, OpenPorts ports, Transport transport, Decision decision) {}
}
