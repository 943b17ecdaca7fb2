package dev.zonec.access.escalation;

import dev.zonec.kubernetes.access.Subject;

/**
 * A workload whose pods have a service account.
 *
 * @param account the service account
 * @param workload the workload as reports print it
 * @param token whether its pods receive a token of the service account
 */
public record Carrier(Subject.ServiceAccount account, String workload, boolean token) {}
