/**
 * Benchmarks, and the clusters that they run on.
 *
 * <p>Entry types: {@link dev.zonec.bench.ReachBenchmark} for JMH, {@link
 * dev.zonec.bench.ReachTable} for a table of all shapes in one run, {@link
 * dev.zonec.bench.SpreadTable} for a simulation of proofs on many machines.
 */
@NullMarked
package dev.zonec.bench;

import org.jspecify.annotations.NullMarked;
