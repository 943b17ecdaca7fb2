/** Runs over inputs that take long: they end in time, and say so. */
@NullMarked
package dev.zonec.tests.limits;

import org.jspecify.annotations.NullMarked;
