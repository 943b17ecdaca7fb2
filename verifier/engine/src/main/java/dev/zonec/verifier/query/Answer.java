package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;

/** The answer to a question. See {@code spec/query.md}. */
public sealed interface Answer {
  /**
   * The connections that the policies allow. The list is empty if they allow none.
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
   * The shortest paths between each pair of ends that a path connects. The list is empty if no path
   * exists.
   *
   * @param paths sorted by source and destination
   * @param cut whether the answer lists several paths for each pair and leaves out some of them
   */
  record Paths(List<Path> paths, boolean cut) implements Answer {
    /** Copies the paths. */
    public Paths {
      paths = List.copyOf(paths);
    }
  }

  /**
   * The connections that the policies allow, with one row for ends that may connect alike. The list
   * is empty if they allow none.
   *
   * @param rows sorted by source and destination; each pair of different ends is in one of them
   */
  record JoinedConnections(List<JoinedRow> rows) implements Answer {
    /** Copies the rows. */
    public JoinedConnections {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The numbers of hops of the shortest paths, with one entry for ends that reach each other alike.
   * The list is empty if no path exists.
   *
   * @param paths sorted by source and destination; each pair of different ends is in one of them
   * @param cut whether an entry lists several paths and leaves out some of them
   */
  record JoinedPaths(List<JoinedPath> paths, boolean cut) implements Answer {
    /** Copies the paths. */
    public JoinedPaths {
      paths = List.copyOf(paths);
    }
  }

  /**
   * The connections that the policies allow through a Service. The list is empty if they allow
   * none.
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
   * The members of an end. The list is empty if the end has none.
   *
   * @param members the members: workloads first, then addresses
   */
  record Members(List<AnswerEnd> members) implements Answer {
    /** Copies the members. */
    public Members {
      members = List.copyOf(members);
    }
  }

  /**
   * A connection that the policies allow from one end to a pod behind a Service.
   *
   * @param service the Service
   * @param ports the ports of the Service
   * @param to the pod behind the Service
   * @param targets the ports of the pod that the Service forwards to
   */
  record ServiceRow(
      AnswerEnd from, ServiceEntry service, OpenPorts ports, AnswerEnd to, OpenPorts targets) {}

  /** The ports that the policies allow from one end to another. */
  record Row(AnswerEnd from, AnswerEnd to, OpenPorts ports) {}

  /**
   * One or more ends.
   *
   * @param names the label of each end; <code>shop/&#42;</code> for all workloads of a namespace
   *     that has several, and <code>&#42;/&#42;</code> for all of the world
   * @param count the number of ends, without the opposite end of the row if this is the only one
   * @param kind what kind of ends they are
   */
  record Ends(List<String> names, int count, Kind kind) {
    /** A kind of ends. */
    public enum Kind {
      /** Workloads. */
      WORKLOADS,
      /** Addresses and nodes. */
      ADDRESSES,
      /** All addresses outside the cluster. */
      EVERY_ADDRESS
    }

    /** Copies the names. */
    public Ends {
      names = List.copyOf(names);
    }
  }

  /** The ports that the policies allow from each of some ends to each other one of some ends. */
  record JoinedRow(Ends from, Ends to, OpenPorts ports) {}

  /**
   * Shortest paths from each of some ends to each other one of some ends. All of them have the same
   * number of hops; if this is one, they also have the same ports.
   *
   * @param examples shortest paths from the first of {@code from} to the first other one of {@code
   *     to}; at least one
   */
  record JoinedPath(Ends from, Ends to, List<Path> examples) {
    /** Copies the paths. */
    public JoinedPath {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A path of allowed connections.
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
   * A connection of a path.
   *
   * @param ports the allowed ports; for the last hop, only those that the question asks for
   * @param transport a port of {@code ports}, which {@code decision} is about
   */
  record Hop(
      AnswerEnd from, AnswerEnd to, OpenPorts ports, Transport transport, Decision decision) {}
}
