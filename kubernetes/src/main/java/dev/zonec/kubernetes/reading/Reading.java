package dev.zonec.kubernetes.reading;

import java.util.EnumMap;
import java.util.Map;

/**
 * A reading of policies, which settles the points that the API leaves open.
 *
 * @param permissive whether knobs that are not settled have their permissive answers
 * @param settled the knobs that the user settles, with their answers
 */
public record Reading(boolean permissive, Map<Knob, String> settled) {
  /** The connections that some implementation allows. */
  public static final Reading MAY = new Reading(true, Map.of());

  /** The connections that every implementation allows. */
  public static final Reading MUST = new Reading(false, Map.of());

  /** Copies the map and rejects answers that a knob does not have. */
  public Reading {
    settled.forEach(
        (knob, answer) -> {
          if (!knob.answers().contains(answer)) {
            throw new IllegalArgumentException(knob.word() + " has no answer " + answer);
          }
        });
    settled = Map.copyOf(settled);
  }

  /** Returns a copy with {@code knob} settled. */
  public Reading with(Knob knob, String answer) {
    Map<Knob, String> more = new EnumMap<>(Knob.class);
    more.putAll(settled);
    more.put(knob, answer);
    return new Reading(permissive, more);
  }

  /** Returns a copy with {@code knob} not settled. */
  public Reading without(Knob knob) {
    Map<Knob, String> fewer = new EnumMap<>(Knob.class);
    fewer.putAll(settled);
    fewer.remove(knob);
    return new Reading(permissive, fewer);
  }

  /** Returns the same settled knobs under MAY or MUST. */
  public Reading withPermissive(boolean may) {
    return new Reading(may, settled);
  }

  /** Whether {@code knob} has its permissive answer. */
  public boolean isPermissive(Knob knob) {
    String answer = settled.get(knob);
    return answer == null ? permissive : answer.equals(knob.permissive());
  }
}
