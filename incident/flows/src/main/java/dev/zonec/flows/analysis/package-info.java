/**
 * The analysis of flows: the steps that every way of running it has in common, and the plain way,
 * in which one stream is read, one record after the other.
 *
 * <p>Entry type: {@link dev.zonec.flows.analysis.FlowAnalysis}. Input: what the readers report.
 * Output: rows and findings. Decides: how many sources are kept apart.
 */
@NullMarked
package dev.zonec.flows.analysis;

import org.jspecify.annotations.NullMarked;
