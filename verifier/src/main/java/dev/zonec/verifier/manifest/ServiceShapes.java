package dev.zonec.verifier.manifest;

import static dev.zonec.verifier.manifest.ObjectShapes.TEXT;
import static dev.zonec.verifier.manifest.ObjectShapes.TEXTS;
import static dev.zonec.verifier.manifest.ObjectShapes.WHOLE;
import static dev.zonec.verifier.manifest.ObjectShapes.WHOLE_OR_TEXT;
import static dev.zonec.verifier.manifest.ObjectShapes.object;
import static dev.zonec.verifier.manifest.Shape.list;
import static dev.zonec.verifier.manifest.Shape.open;

import java.util.Map;

/** The shapes of what leads to pods by other names than their own. */
final class ServiceShapes {
  static final Shape SERVICE =
      object(
          open(
              Map.of(
                  "type",
                  TEXT,
                  "selector",
                  TEXTS,
                  "ports",
                  list(
                      open(
                          Map.of(
                              "name",
                              TEXT,
                              "protocol",
                              TEXT,
                              "port",
                              WHOLE,
                              "targetPort",
                              WHOLE_OR_TEXT))))));

  private ServiceShapes() {}
}
