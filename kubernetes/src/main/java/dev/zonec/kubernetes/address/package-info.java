/**
 * Where pods and nodes have their addresses: what a program declares, or what is assumed where it
 * declares nothing, and what manifests and clusters show.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.address.ClusterAddresses}. Input: a world and declared
 * ranges. Output: ranges that no address of the world contradicts.
 */
@NullMarked
package dev.zonec.kubernetes.address;

import org.jspecify.annotations.NullMarked;
