/**
 * The points that the Kubernetes API leaves open, and readings of policies that settle them. Start
 * with {@link dev.zonec.kubernetes.reading.Reading}.
 */
@NullMarked
package dev.zonec.kubernetes.reading;

import org.jspecify.annotations.NullMarked;
