/** Tests that the reference in {@code spec} agrees with the implementation. */
package dev.zonec.tests.reference;
