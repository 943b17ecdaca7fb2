/** The checker of certificates confirms what holds, and nothing else. */
@NullMarked
package dev.zonec.tests.checker;

import org.jspecify.annotations.NullMarked;
