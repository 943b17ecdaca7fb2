package dev.zonec.risk.rank;

/**
 * What an attacker can do with a workload.
 *
 * @param reach what reaches it
 * @param hops the number of connections of a shortest path from the internet; 0 if there is none
 * @param sensitive the number of sensitive workloads that it reaches
 * @param onward the number of all workloads that it reaches
 */
public record ReachFacts(Reach reach, int hops, int sensitive, int onward) {}
