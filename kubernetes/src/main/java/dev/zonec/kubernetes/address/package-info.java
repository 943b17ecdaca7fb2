/**
 * The address ranges of pods and nodes: declared by a program, or else assumed, and compared with
 * the addresses that manifests and clusters show.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.address.ClusterAddresses}. Input: a world and declared
 * ranges. Output: ranges that no address of the world contradicts.
 */
@NullMarked
package dev.zonec.kubernetes.address;

import org.jspecify.annotations.NullMarked;
