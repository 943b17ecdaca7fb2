/**
 * YAML and JSON text to Kubernetes objects that know where each of their fields stands.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.manifest.ManifestFiles}, {@link
 * dev.zonec.kubernetes.manifest.ManifestReader}. Output: {@link
 * dev.zonec.kubernetes.manifest.Manifests}. Decisions: what is an object, and which of its fields
 * count; never what they mean. Whatever the input, the outcome is objects and diagnostics.
 */
@NullMarked
package dev.zonec.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
