package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Someone's leave for an assertion not to hold of something, for a while.
 *
 * @param assertion the assertion's name
 * @param excused what is taken out of it
 * @param reason why
 * @param approvedBy who gave the leave
 * @param until its last day
 * @param span what is excused, as written
 */
public record Waiver(
    String assertion,
    Excused excused,
    String reason,
    String approvedBy,
    LocalDate until,
    Span span) {
  /** What is taken out of an assertion. */
  public sealed interface Excused {
    /** Where it begins. */
    List<Party> from();

    /** Where it ends. */
    List<Party> to();

    /** Connections from a member of {@code from} to one of {@code to} that {@code service} has. */
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

    /** Paths that begin in a member of {@code from} and end in one of {@code to}. */
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
