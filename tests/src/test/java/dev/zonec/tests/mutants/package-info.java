/** Wrong changes of the product, each of which tests notice. */
@NullMarked
package dev.zonec.tests.mutants;

import org.jspecify.annotations.NullMarked;
