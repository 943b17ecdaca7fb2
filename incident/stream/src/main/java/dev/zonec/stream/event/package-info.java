/**
 * What readers of logs tell the rules, in a form that can be sent to another machine.
 *
 * <p>Entry type: {@link dev.zonec.stream.event.LogEvent}. Input: what a reader reports. Output:
 * judged flows, and counts of all other records. Decides: how they are written.
 */
@NullMarked
package dev.zonec.stream.event;

import org.jspecify.annotations.NullMarked;
