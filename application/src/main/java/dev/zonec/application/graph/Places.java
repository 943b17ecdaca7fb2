package dev.zonec.application.graph;

import dev.zonec.verifier.query.AnswerEnd;
import java.util.List;

/** Decides which nodes an end of an answer is drawn as. */
interface Places {
  /** Returns the places of {@code end}; at least one. */
  List<Place> of(AnswerEnd end);

  /**
   * Returns what two ends have in common that may be drawn as one node if they may connect alike:
   * by default, the same places.
   */
  default Object alike(AnswerEnd end) {
    return of(end);
  }

  /** Returns places that are drawn even if no end of an answer is there. */
  default List<Place> always() {
    return List.of();
  }

  /** Returns the boxes of the places; an outer box comes before the boxes inside. */
  List<Graph.Group> groups();

  /** Returns the captions of the layers. */
  default List<String> layers() {
    return List.of();
  }
}
