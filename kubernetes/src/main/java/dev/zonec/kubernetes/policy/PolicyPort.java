package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.PortClause;

/**
 * A port entry of a rule.
 *
 * @param clause what it admits
 * @param span the entry in its manifest
 */
public record PolicyPort(PortClause clause, Span span) {}
