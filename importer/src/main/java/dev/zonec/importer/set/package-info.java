/**
 * Exact sets of pods, by namespace and labels, and intersections of sets of ports. They represent
 * only what intersections and differences of Kubernetes selectors and ports can result in.
 *
 * <p>Entry types: {@link dev.zonec.importer.set.PodCube} and {@link
 * dev.zonec.importer.set.CommonPorts}.
 */
@NullMarked
package dev.zonec.importer.set;

import org.jspecify.annotations.NullMarked;
