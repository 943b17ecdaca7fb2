/**
 * Ranks the images of workloads by what an attacker can do.
 *
 * <p>Entry type: {@link dev.zonec.risk.rank.Ranking}. Input: joined images, statements, what is
 * known about exploitation, and what reaches each workload. Output: rows in the order of work.
 * Decides: this order.
 */
@NullMarked
package dev.zonec.risk.rank;

import org.jspecify.annotations.NullMarked;
