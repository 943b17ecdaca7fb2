/**
 * Reads YAML and JSON texts as Kubernetes objects with the span of each field.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.manifest.ManifestFiles}, {@link
 * dev.zonec.kubernetes.manifest.ManifestReader}. Output: {@link
 * dev.zonec.kubernetes.manifest.Manifests}. Decides: what is an object, and which of its fields are
 * read; not what they mean. Every input results in objects and diagnostics.
 */
@NullMarked
package dev.zonec.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
