/**
 * Ranks the vulnerabilities of reports by what an attacker can do with the workloads.
 *
 * <p>Entry type: {@link dev.zonec.application.risk.Risk}. Input: reports, manifests and a program.
 * Output: images of workloads in the order of work, with paths from the internet and rules to
 * close. Decides: which workloads are sensitive, and which vulnerabilities are not accepted.
 */
@NullMarked
package dev.zonec.application.risk;

import org.jspecify.annotations.NullMarked;
