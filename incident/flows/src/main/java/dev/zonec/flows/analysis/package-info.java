/**
 * The analysis of logs on one machine: one stream, one record after the other.
 *
 * <p>Entry type: {@link dev.zonec.flows.analysis.FlowAnalysis}. Input: what the readers report.
 * Output: rows and findings. Decides: how many sources are kept apart.
 */
@NullMarked
package dev.zonec.flows.analysis;

import org.jspecify.annotations.NullMarked;
