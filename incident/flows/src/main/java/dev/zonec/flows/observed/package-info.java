/**
 * What every log has in common: a flow with its ends, times and outcome, in the words of its log.
 *
 * <p>Entry type: {@link dev.zonec.flows.observed.ObservedFlow}. Nothing here knows workloads or
 * policies.
 */
@NullMarked
package dev.zonec.flows.observed;

import org.jspecify.annotations.NullMarked;
