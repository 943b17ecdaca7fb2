package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.AccessDocument;
import dev.zonec.kubernetes.manifest.AccessKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads roles, bindings and service accounts with the checks of the API server (kubernetes,
 * pkg/apis/rbac/validation). An object that it would reject is left out, and is a problem.
 */
public final class AccessReader {
  private final String defaultNamespace;
  private final List<Role> roles = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final Map<Subject.ServiceAccount, Boolean> accounts = new HashMap<>();
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** An object that was read, with its fields. */
  private record Known(AccessDocument document, Map<String, Object> fields) {}

  private AccessReader(String defaultNamespace) {
    this.defaultNamespace = defaultNamespace;
  }

  /**
   * Reads {@code documents}.
   *
   * @param defaultNamespace the namespace of objects that name none
   */
  public static AccessReading read(List<AccessDocument> documents, String defaultNamespace) {
    AccessReader reader = new AccessReader(defaultNamespace);
    documents.forEach(reader::read);
    return new AccessReading(
        new AccessObjects(reader.roles, reader.bindings, reader.accounts), reader.problems);
  }

  private void read(AccessDocument document) {
    Deadline.check();
    AccessDocument.FieldValues fields = document.fields();
    problems.addAll(fields.problems());
    if (!fields.problems().isEmpty()) {
      return;
    }
    ObjectFields object = new ObjectFields(document, fields.values());
    String name = object.name();
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.matches(".*[/%].*")) {
      problems.add(
          Diagnostic.error(
              Code.ZC1101,
              object.span("metadata", "name"),
              "the " + document.kind().kind() + " needs a name without `/` and `%`"));
      return;
    }
    String namespace =
        document.kind().namespaced()
            ? object.namespace().isEmpty() ? defaultNamespace : object.namespace()
            : "";
    String id = document.kind().kind() + " " + namespace + "/" + name;
    @Nullable Known before = known.putIfAbsent(id, new Known(document, fields.values()));
    if (before != null) {
      if (before.fields().equals(fields.values())) {
        return;
      }
      problems.add(
          Diagnostic.error(
                  Code.ZC0607,
                  object.span("metadata", "name"),
                  "two different objects are called "
                      + document.kind().kind()
                      + " `"
                      + (namespace.isEmpty() ? name : namespace + "/" + name)
                      + "`")
              .labelled("both count")
              .also(before.document().document().span("metadata", "name"), "the first one")
              .help("delete one, or pass the manifests of one environment with `-m`"));
    }
    add(document.kind(), object, namespace, name);
  }

  private void add(AccessKind kind, ObjectFields object, String namespace, String name) {
    switch (kind) {
      case ROLE, CLUSTER_ROLE -> {
        RoleReader reader = new RoleReader(object);
        Role role = reader.read(new Role.Id(namespace, name));
        problems.addAll(reader.problems());
        if (reader.problems().isEmpty()) {
          roles.add(role);
        }
      }
      case ROLE_BINDING, CLUSTER_ROLE_BINDING -> {
        BindingReader reader = new BindingReader(object);
        Binding binding = reader.read(namespace, name);
        problems.addAll(reader.problems());
        if (reader.problems().isEmpty()) {
          bindings.add(binding);
        }
      }
      case SERVICE_ACCOUNT -> {
        boolean mounts = !Boolean.FALSE.equals(object.values().get("automountServiceAccountToken"));
        accounts.merge(
            new Subject.ServiceAccount(namespace, name), mounts, (some, other) -> some || other);
      }
    }
  }
}
