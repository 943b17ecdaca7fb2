/**
 * Joins reports to the images that workloads run.
 *
 * <p>Entry type: {@link dev.zonec.risk.join.Joining}. Input: scans, and the images of an inventory.
 * Output: which scan is about which image, and what was not joined. Decides: when a report is about
 * an image.
 */
@NullMarked
package dev.zonec.risk.join;

import org.jspecify.annotations.NullMarked;
