/**
 * Flows of Cilium's Hubble. Input: the JSON of a response of the observer, of an export, or of a
 * bare flow. Decides: which events are flows, their orientation and their outcome.
 */
@NullMarked
package dev.zonec.flows.hubble;

import org.jspecify.annotations.NullMarked;
