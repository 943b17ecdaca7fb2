/**
 * Objects of fabric8's model, from values whose shape was checked. Setting the fields by name needs
 * no Jackson, whose first use takes longer than the verification of a small program.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.manifest.object.Objects} for objects, and {@link
 * dev.zonec.kubernetes.manifest.object.PodFields} for templates of pods.
 */
@NullMarked
package dev.zonec.kubernetes.manifest.object;

import org.jspecify.annotations.NullMarked;
