/**
 * Reads what pods show of themselves, for people who inspect them.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.inspection.PodFactsReader}. Input: manifests. Decides:
 * nothing about connections. Contents of Secrets and ConfigMaps and values of environment variables
 * are never read.
 */
@NullMarked
package dev.zonec.kubernetes.inspection;

import org.jspecify.annotations.NullMarked;
