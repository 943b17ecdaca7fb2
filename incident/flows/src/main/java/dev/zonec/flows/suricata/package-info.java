/** Events of Suricata in EVE JSON. Decides: which events are flows, and which end is the client. */
@NullMarked
package dev.zonec.flows.suricata;

import org.jspecify.annotations.NullMarked;
