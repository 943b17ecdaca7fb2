package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.observed.Outcome;
import java.io.Serializable;

/**
 * What the flows of a row have in common.
 *
 * @param kind what they are
 * @param doubt why they are not judged; {@link Doubt#NONE} unless the kind is {@code DOUBTFUL}
 * @param from the source
 * @param to the destination
 * @param transport the protocol and the port, such as {@code tcp/443}
 * @param outcome what the log says about their fate
 * @param oriented whether the log shows that {@code from} opened them
 */
public record RowKey(
    RowKind kind,
    Doubt doubt,
    FlowEnd from,
    FlowEnd to,
    String transport,
    Outcome outcome,
    boolean oriented)
    implements Serializable {}
