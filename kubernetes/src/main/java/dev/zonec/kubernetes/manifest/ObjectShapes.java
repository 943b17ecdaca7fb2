package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.HashMap;
import java.util.Map;

/** The shapes of common fields. */
final class ObjectShapes {
  static final Shape TEXT = new Shape.Text();
  static final Shape WHOLE = new Shape.Whole();
  static final Shape WHOLE_OR_TEXT = new Shape.WholeOrText();
  static final Shape FLAG = new Shape.Flag();
  static final Shape IGNORED = new Shape.Ignored();
  static final Shape TEXTS = new Shape.Texts(Shape.Nulls.EMPTY);

  static final Shape METADATA =
      open(
          Map.of(
              "name",
              TEXT,
              "generateName",
              TEXT,
              "namespace",
              TEXT,
              "labels",
              TEXTS,
              "ownerReferences",
              list(
                  open(
                      Map.of(
                          "apiVersion", TEXT, "kind", TEXT, "name", TEXT, "controller", FLAG)))));

  private ObjectShapes() {}

  /** Creates the shape of an object of which {@code spec} and the metadata are read. */
  static Shape object(Shape spec) {
    return objectWith(Map.of("spec", spec));
  }

  /** Creates the shape of an object of which {@code fields} and the common fields are read. */
  static Shape objectWith(Map<String, Shape> fields) {
    Map<String, Shape> all = new HashMap<>(fields);
    all.put("apiVersion", TEXT);
    all.put("kind", TEXT);
    all.put("metadata", METADATA);
    return open(all);
  }
}
