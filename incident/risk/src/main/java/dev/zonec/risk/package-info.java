/**
 * Finds which vulnerabilities of images matter: reads the reports of scanners, joins them to the
 * workloads that run the images, and ranks these by what an attacker can reach. Decides nothing
 * about connections.
 *
 * <p>Entry type: {@link dev.zonec.risk.rank.Ranking}.
 */
@NullMarked
package dev.zonec.risk;

import org.jspecify.annotations.NullMarked;
