/** Tests that runs on hard inputs end in time and say so. */
@NullMarked
package dev.zonec.tests.limits;

import org.jspecify.annotations.NullMarked;
