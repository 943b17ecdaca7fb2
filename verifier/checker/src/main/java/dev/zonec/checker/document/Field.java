package dev.zonec.checker.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON document, with the path that leads to it.
 *
 * @param path the path from the claim, such as {@code paths[0].invariants}
 * @param node the value
 */
record Field(String path, JsonNode node) {
  /** Rejects a value that is not an object, or that has a field not in {@code known}. */
  Field object(String... known) {
    if (!node.isObject()) {
      throw new MalformedField(path, "is not an object");
    }
    Set<String> unknown = new TreeSet<>(node.propertyNames());
    List.of(known).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new MalformedField(at(unknown.iterator().next()).path, "is not a field of the format");
    }
    return this;
  }

  /** Returns the fields of an object whose names are data. */
  List<String> names() {
    if (!node.isObject()) {
      throw new MalformedField(path, "is not an object");
    }
    return List.copyOf(node.propertyNames());
  }

  /** Returns the field of an object; empty if it is missing. */
  Optional<Field> optional(String name) {
    return node.has(name) ? Optional.of(at(name)) : Optional.empty();
  }

  /** Returns the field of an object. */
  Field required(String name) {
    return optional(name).orElseThrow(() -> new MalformedField(at(name).path, "is missing"));
  }

  private Field at(String name) {
    return new Field(path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  /** Returns the entries of a list. */
  List<Field> list() {
    if (!node.isArray()) {
      throw new MalformedField(path, "is not a list");
    }
    List<Field> entries = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      entries.add(new Field(path + "[" + i + "]", node.get(i)));
    }
    return entries;
  }

  String text() {
    if (!node.isString()) {
      throw new MalformedField(path, "is not a string");
    }
    return node.stringValue();
  }

  boolean truth() {
    if (!node.isBoolean()) {
      throw new MalformedField(path, "is not true or false");
    }
    return node.booleanValue();
  }

  /** Returns an integer that is not negative. */
  int count() {
    if (!node.isInt() || node.intValue() < 0) {
      throw new MalformedField(path, "is not a number from 0");
    }
    return node.intValue();
  }

  /** Rejects a truth value other than {@code true}. */
  void isTrue() {
    if (!truth()) {
      throw new MalformedField(path, "is not true");
    }
  }

  MalformedField problem(String problem) {
    return new MalformedField(path, problem);
  }
}
