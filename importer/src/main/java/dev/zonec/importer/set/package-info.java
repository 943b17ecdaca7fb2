/**
 * Exact sets: of pods, by namespace and labels, and what sets of ports have in common. They are
 * only what intersections and differences of Kubernetes' own selectors and ports can be.
 *
 * <p>Entry types: {@link dev.zonec.importer.set.PodCube} and {@link
 * dev.zonec.importer.set.CommonPorts}.
 */
@NullMarked
package dev.zonec.importer.set;

import org.jspecify.annotations.NullMarked;
