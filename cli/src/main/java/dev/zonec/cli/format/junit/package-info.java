/** Writes reports as JUnit XML: one test case for each entry. */
@NullMarked
package dev.zonec.cli.format.junit;

import org.jspecify.annotations.NullMarked;
