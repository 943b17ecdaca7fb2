/**
 * Flow logs of Azure, of network security groups and of virtual networks. Decides: what the parts
 * of a tuple are.
 */
@NullMarked
package dev.zonec.flows.azure;

import org.jspecify.annotations.NullMarked;
