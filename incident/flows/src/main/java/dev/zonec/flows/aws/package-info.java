/**
 * VPC flow logs of AWS as text. Decides: which column is which, and when the TCP flags show the
 * client.
 */
@NullMarked
package dev.zonec.flows.aws;

import org.jspecify.annotations.NullMarked;
