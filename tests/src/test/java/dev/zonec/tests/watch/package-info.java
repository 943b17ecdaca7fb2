/** Runs that are repeated when their inputs change. */
package dev.zonec.tests.watch;
