/**
 * Addresses, ports and protocols.
 *
 * <p>Entry types: {@link dev.zonec.model.net.IpBlock} for addresses, {@link
 * dev.zonec.model.net.Service} for what a flow opens, {@link dev.zonec.model.net.PortSet} for the
 * same in one form.
 */
@NullMarked
package dev.zonec.model.net;

import org.jspecify.annotations.NullMarked;
