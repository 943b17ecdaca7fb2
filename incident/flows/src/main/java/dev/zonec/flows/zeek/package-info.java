/**
 * Connections of Zeek, as columns or as JSON. Decides: which states of a connection show that it
 * was established, and whose orientation is doubtful.
 *
 * <p>Entry types: {@link dev.zonec.flows.zeek.ZeekTableReader} and {@link
 * dev.zonec.flows.zeek.ZeekJsonReader}.
 */
@NullMarked
package dev.zonec.flows.zeek;

import org.jspecify.annotations.NullMarked;
