package dev.zonec.kubernetes.manifest;

/**
 * An object that tells more about pods. Reading policies and workloads skips it; its fields are
 * read on request.
 *
 * @param kind its kind
 * @param document the object with its places
 */
public record DetailDocument(DetailKind kind, Document document) {}
