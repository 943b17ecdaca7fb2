package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import java.util.Map;
import java.util.Optional;

/**
 * A ValidatingAdmissionPolicy or its binding. Reading policies and workloads skips it; its fields
 * are read on request.
 *
 * @param kind its kind
 * @param document the object with its places
 */
public record AdmissionObject(Kind kind, Document document) {
  private static final String API_VERSION = "admissionregistration.k8s.io/v1";

  /** A kind of object. */
  public enum Kind {
    /** A policy. */
    POLICY("ValidatingAdmissionPolicy"),
    /** A binding, which puts a policy into force. */
    BINDING("ValidatingAdmissionPolicyBinding");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns the name of the kind. */
    public String word() {
      return word;
    }
  }

  /** Returns the object in {@code document}, if it is of one of these kinds. */
  static Optional<AdmissionObject> of(String apiVersion, String kind, Document document) {
    if (!apiVersion.equals(API_VERSION)) {
      return Optional.empty();
    }
    for (Kind each : Kind.values()) {
      if (each.word.equals(kind)) {
        return Optional.of(new AdmissionObject(each, document));
      }
    }
    return Optional.empty();
  }

  /** Returns the name of the object; empty if it has none. */
  public String name() {
    return PlainObject.of(document).at("metadata").text("name");
  }

  /** Returns the fields of {@code spec}, whose scalars are texts. */
  public Map<String, Object> spec() {
    return PlainObject.of(document).at("spec").fields();
  }

  /** Returns the place of the name. */
  public Span span() {
    return document.span("metadata", "name");
  }
}
