/** VPC flow logs of Google Cloud. Decides: which pods the records name. */
@NullMarked
package dev.zonec.flows.gcp;

import org.jspecify.annotations.NullMarked;
