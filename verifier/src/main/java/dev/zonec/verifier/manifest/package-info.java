/**
 * YAML and JSON text to Kubernetes objects that know where each of their fields stands.
 *
 * <p>Entry types: {@link dev.zonec.verifier.manifest.ManifestFiles}, {@link
 * dev.zonec.verifier.manifest.ManifestReader}. Output: {@link
 * dev.zonec.verifier.manifest.Manifests}. Decisions: what is an object, and which of its fields
 * count; never what they mean. Whatever the input, the outcome is objects and diagnostics.
 */
@NullMarked
package dev.zonec.verifier.manifest;

import org.jspecify.annotations.NullMarked;
