/** Writes reports as SARIF 2.1.0, within the limits of GitHub code scanning. */
@NullMarked
package dev.zonec.cli.format.sarif;

import org.jspecify.annotations.NullMarked;
