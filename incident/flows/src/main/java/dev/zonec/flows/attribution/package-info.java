/**
 * Which workload, node, Service or address an end of a flow is.
 *
 * <p>Entry type: {@link dev.zonec.flows.attribution.Attribution}. Input: an end in the words of its
 * log. Output: the end in the words of the manifests, and the reason if this is doubtful.
 */
@NullMarked
package dev.zonec.flows.attribution;

import org.jspecify.annotations.NullMarked;
