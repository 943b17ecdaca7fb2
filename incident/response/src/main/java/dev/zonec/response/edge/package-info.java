/**
 * Rules for firewalls at the edge of a cluster that block the same addresses and ports.
 *
 * <p>Entry type: {@link dev.zonec.response.edge.EdgeRules}. Input: addresses and ports. Output:
 * files and commands. Decides: the rules. They are not proved, because zonec does not read what
 * these firewalls allow.
 */
@NullMarked
package dev.zonec.response.edge;

import org.jspecify.annotations.NullMarked;
