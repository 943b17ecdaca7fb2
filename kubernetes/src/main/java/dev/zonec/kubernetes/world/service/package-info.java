/**
 * What leads to pods by other names than their own: Services, and the entrances that forward to
 * them what comes from outside.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.world.service.ServiceEntry}, {@link
 * dev.zonec.kubernetes.world.service.Entrance}. Decisions: none; which pods they lead to is said by
 * {@link dev.zonec.kubernetes.world}.
 */
@NullMarked
package dev.zonec.kubernetes.world.service;

import org.jspecify.annotations.NullMarked;
