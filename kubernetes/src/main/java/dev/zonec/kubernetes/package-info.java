/**
 * What manifests and clusters declare, as plain data: it reads everything and decides nothing about
 * connections.
 *
 * <p>In the order of the data: {@code live} lists the objects of a cluster; {@code manifest} reads
 * YAML; {@code kustomize} and {@code template} expand what wraps objects; {@code policy} reads
 * policies; {@code rules} writes policies of every kind in one form; {@code world} reads everything
 * else that policies select; {@code reading} names the points that the API leaves open.
 */
@NullMarked
package dev.zonec.kubernetes;

import org.jspecify.annotations.NullMarked;
