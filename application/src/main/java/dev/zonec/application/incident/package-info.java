/**
 * Answers the questions of an incident: what a compromised workload reaches, and how to cut it off.
 *
 * <p>Entry types: {@link dev.zonec.application.incident.Blast} and {@link
 * dev.zonec.application.incident.Quarantining}. Input: an end, as questions name it, and manifests.
 * Decides: which workloads an end stands for; nothing about policies.
 */
@NullMarked
package dev.zonec.application.incident;

import org.jspecify.annotations.NullMarked;
