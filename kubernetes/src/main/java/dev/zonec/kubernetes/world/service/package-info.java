/**
 * Services, and the entrances that forward connections from outside to them.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.world.service.ServiceEntry}, {@link
 * dev.zonec.kubernetes.world.service.Entrance}. {@link dev.zonec.kubernetes.world} finds their back
 * ends.
 */
@NullMarked
package dev.zonec.kubernetes.world.service;

import org.jspecify.annotations.NullMarked;
