package dev.zonec.kubernetes.reading;

import java.util.EnumMap;
import java.util.Map;

/**
 * How undefined points are resolved.
 *
 * @param permissive whether unsettled knobs take the answer that allows more
 * @param settled the knobs that the user has settled, with their answers
 */
public record Reading(boolean permissive, Map<Knob, String> settled) {
  /** What an implementation may allow. */
  public static final Reading MAY = new Reading(true, Map.of());

  /** What every implementation must allow. */
  public static final Reading MUST = new Reading(false, Map.of());

  /** Copies the map and refuses answers that a knob does not have. */
  public Reading {
    settled.forEach(
        (knob, answer) -> {
          if (!knob.answers().contains(answer)) {
            throw new IllegalArgumentException(knob.word() + " has no answer " + answer);
          }
        });
    settled = Map.copyOf(settled);
  }

  /** The same with {@code knob} settled. */
  public Reading with(Knob knob, String answer) {
    Map<Knob, String> more = new EnumMap<>(Knob.class);
    more.putAll(settled);
    more.put(knob, answer);
    return new Reading(permissive, more);
  }

  /** The same settled knobs under MAY or MUST. */
  public Reading withPermissive(boolean may) {
    return new Reading(may, settled);
  }

  /** Whether {@code knob} takes its permissive answer. */
  public boolean isPermissive(Knob knob) {
    String answer = settled.get(knob);
    return answer == null ? permissive : answer.equals(knob.permissive());
  }
}
