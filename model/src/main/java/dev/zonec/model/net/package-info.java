/**
 * Addresses, ports and protocols.
 *
 * <p>Entry types: {@link dev.zonec.model.net.IpBlock} for addresses, {@link
 * dev.zonec.model.net.Service} for the ports of a flow, {@link dev.zonec.model.net.PortSet} for
 * ports in a normal form.
 */
@NullMarked
package dev.zonec.model.net;

import org.jspecify.annotations.NullMarked;
