package dev.zonec.access.authorizer;

/** What a request to the API server asks for. */
public sealed interface AccessRequest {
  /** Returns the verb, such as {@code get}. */
  String verb();

  /**
   * A request about objects.
   *
   * @param group the API group; empty for the core group
   * @param resource the resource, such as {@code pods}
   * @param subresource the subresource, such as {@code exec}; empty for none
   * @param name the name of the object; empty for all objects, and when one is created
   * @param namespace the namespace; empty for cluster-scoped objects and for all namespaces. That
   *     of a request about one Namespace is its own name.
   */
  record OfObjects(
      String verb, String group, String resource, String subresource, String name, String namespace)
      implements AccessRequest {}

  /** A request for a path that is not a resource. */
  record OfPath(String verb, String path) implements AccessRequest {}
}
