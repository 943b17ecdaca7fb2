package dev.zonec.response.block;

import dev.zonec.response.quarantine.Means;

/**
 * The block that is wanted.
 *
 * @param id the value of the label {@link Block#LABEL} of new policies
 * @param blocked the addresses and ports to block
 * @param means the policies with which to block them
 */
public record Blocking(String id, Blocked blocked, Means means) {}
