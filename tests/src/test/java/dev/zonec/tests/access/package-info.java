/**
 * Tests of the decisions about access: random roles, and a second, slower authorizer.
 *
 * <p>Entry type: {@link dev.zonec.tests.access.RandomAccess}.
 */
@NullMarked
package dev.zonec.tests.access;

import org.jspecify.annotations.NullMarked;
