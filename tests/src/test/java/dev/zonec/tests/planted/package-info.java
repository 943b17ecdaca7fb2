/** Clusters with a known leak, and twins of them without it. */
@NullMarked
package dev.zonec.tests.planted;

import org.jspecify.annotations.NullMarked;
