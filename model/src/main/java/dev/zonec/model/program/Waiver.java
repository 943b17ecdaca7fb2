package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A waiver: a part of an assertion that is excused until a date.
 *
 * @param assertion the name of the assertion
 * @param excused the excused part
 * @param reason the reason
 * @param approvedBy the approver
 * @param until the last day
 * @param span the excused part in the source
 */
public record Waiver(
    String assertion,
    Excused excused,
    String reason,
    String approvedBy,
    LocalDate until,
    Span span) {
  /** The part of an assertion that a waiver excuses. */
  public sealed interface Excused {
    /** Returns the parties at the start. */
    List<Party> from();

    /** Returns the parties at the end. */
    List<Party> to();

    /** Connections from {@code from} to {@code to} with a port of {@code service}. */
    record Connections(List<Party> from, List<Party> to, Service service) implements Excused {
      /** Copies the parties. */
      public Connections {
        from = List.copyOf(from);
        to = List.copyOf(to);
      }

      @Override
      public String toString() {
        String ports = service instanceof Service.Anything ? "" : " : " + service;
        return names(from) + " -> " + names(to) + ports;
      }
    }

    /** Paths from {@code from} to {@code to}. */
    record Paths(List<Party> from, List<Party> to) implements Excused {
      /** Copies the parties. */
      public Paths {
        from = List.copyOf(from);
        to = List.copyOf(to);
      }

      @Override
      public String toString() {
        return names(from) + " ~> " + names(to);
      }
    }

    private static String names(List<Party> parties) {
      String names = parties.stream().map(Party::name).collect(Collectors.joining(", "));
      return parties.size() == 1 ? names : "{" + names + "}";
    }
  }

  @Override
  public String toString() {
    return assertion + " for " + excused;
  }
}
