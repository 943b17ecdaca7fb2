/**
 * Captured packets, in pcap or pcapng files. Decides: which packet opens a connection.
 *
 * <p>Entry type: {@link dev.zonec.flows.pcap.CaptureReader}.
 */
@NullMarked
package dev.zonec.flows.pcap;

import org.jspecify.annotations.NullMarked;
