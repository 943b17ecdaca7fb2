package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.PortClause;

/**
 * A port of a rule.
 *
 * @param clause the ports that it admits
 * @param span the entry in its manifest
 */
public record PolicyPort(PortClause clause, Span span) {}
