/**
 * Lists of addresses that are known as hostile.
 *
 * <p>Entry type: {@link dev.zonec.flows.threat.ThreatLists}. Input: plain text, CSV, STIX 2.1 and
 * MISP. Output: whether an address is on a list, and on which. Decides: which entries are addresses
 * outside of every cluster.
 */
@NullMarked
package dev.zonec.flows.threat;

import org.jspecify.annotations.NullMarked;
